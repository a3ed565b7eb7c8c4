#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "icc/entries.h"
#include "icc/schema.h"

namespace icc {

/// What a person meant, and what had to be understood for it.
struct Wording {
  std::optional<Value> value;  ///< none: nothing was meant
  std::vector<std::string> remarks;
};

/// The value that a person means by a text for a field. White space around it does not count, a
/// known value may have another name or spelling, `N/A` means nothing, prose becomes one sentence
/// a line, any other text one line. A list is split at `;` and at line ends, and one of a
/// vocabulary also at `,`, `/`, `&` and "and" where that gives known values only; what comes twice
/// is taken once. `group` is the value of the field that groups the vocabulary: the country of a
/// city; may be empty.
[[nodiscard]] Wording meant_by(std::string_view text, const Field& field, std::string_view group);

/// The same for a list whose items stand apart.
[[nodiscard]] Wording meant_by_items(const Value& list, const Field& field, std::string_view group);

/// The known values that a text names side by side in a field with a vocabulary: `Oslo, Bergen` or
/// `Oslo and Bergen`. A value whose own name has such a joint stays whole. Empty when a part of the
/// text is not known.
[[nodiscard]] std::vector<std::string> known_values(const Field& field, std::string_view text,
                                                    std::string_view group);

}  // namespace icc
