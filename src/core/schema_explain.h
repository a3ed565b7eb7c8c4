#pragma once

#include <string>
#include <vector>

#include "core/schema_match.h"
#include "icc/diagnostic.h"

namespace icc::json_schema {

/// Says what is wrong with a value that does not pass. Asks the matcher at each step, so that both
/// always agree.
class Explainer {
 public:
  /// Both must outlive the explainer.
  Explainer(const Program& program, const Document& document) : matcher_(program, document) {}

  /// The faults of the whole document, sorted by place, one for each mistake.
  [[nodiscard]] std::vector<Diagnostic> faults();

  /// Adds the faults of a value that does not pass a block.
  void explain(BlockId block, const Node& value);

  /// Adds the faults of a child, if it has any.
  void explain_child(BlockId block, const Node& child);

  /// The faults of a value that does not pass a block, without adding them.
  [[nodiscard]] std::vector<Diagnostic> faults_of(BlockId block, const Node& value);

  /// Adds a fault that an instruction found. The answer is valid until the next is added.
  Diagnostic& add(RuleId rule, Range range, SchemaPlace origin, std::string message,
                  std::string hint = {});

  /// What is being explained, for a sentence: `'cities'`, `an item of 'cities'`, `the record`.
  [[nodiscard]] std::string subject() const;

  /// ` in 'cities'`, or nothing at the root.
  [[nodiscard]] std::string in_subject() const;

  /// The path of the field that is being explained: `references.url`; empty at the root.
  [[nodiscard]] std::string field_path() const;

  /// Whether a search for similar names may still be made: each takes time, and a record with
  /// thousands of faults needs no thousands of hints.
  [[nodiscard]] bool may_search() { return searches_++ < most_searches; }

  /// The matcher.
  [[nodiscard]] Matcher& matcher() { return matcher_; }
  /// The program.
  [[nodiscard]] const Program& program() const { return matcher_.program(); }
  /// The document.
  [[nodiscard]] const Document& document() const { return matcher_.document(); }

 private:
  static constexpr std::size_t most_searches = 64;

  Matcher matcher_;
  std::vector<Diagnostic> found_;
  std::vector<const Node*> path_;  // from below the root to what is being explained
  std::size_t searches_ = 0;
};

/// Adds the faults of a value that does not fulfil an instruction.
using ExplainInstruction = void (*)(Explainer& explainer, const Instruction& instruction,
                                    const Node& value);

// One function for each group of operations.

void explain_type(Explainer&, const Instruction&, const Node&);          ///< type
void explain_values(Explainer&, const Instruction&, const Node&);        ///< enum, const, oneOf
void explain_length(Explainer&, const Instruction&, const Node&);        ///< min-, maxLength
void explain_pattern(Explainer&, const Instruction&, const Node&);       ///< pattern
void explain_format(Explainer&, const Instruction&, const Node&);        ///< format
void explain_number(Explainer&, const Instruction&, const Node&);        ///< minimum and the like
void explain_count(Explainer&, const Instruction&, const Node&);         ///< how many items, keys
void explain_unique(Explainer&, const Instruction&, const Node&);        ///< uniqueItems
void explain_items(Explainer&, const Instruction&, const Node&);         ///< items, prefixItems
void explain_contains(Explainer&, const Instruction&, const Node&);      ///< contains
void explain_members(Explainer&, const Instruction&, const Node&);       ///< properties, required
void explain_names(Explainer&, const Instruction&, const Node&);         ///< propertyNames
void explain_dependencies(Explainer&, const Instruction&, const Node&);  ///< dependent…
void explain_reference(Explainer&, const Instruction&, const Node&);     ///< $ref
void explain_all(Explainer&, const Instruction&, const Node&);           ///< allOf
void explain_alternatives(Explainer&, const Instruction&, const Node&);  ///< anyOf, oneOf
void explain_forbidden(Explainer&, const Instruction&, const Node&);     ///< not, false
void explain_condition(Explainer&, const Instruction&, const Node&);     ///< if, then, else

}  // namespace icc::json_schema
