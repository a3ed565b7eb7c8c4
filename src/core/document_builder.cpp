#include "core/document_builder.h"

#include <algorithm>
#include <bitset>
#include <span>
#include <utility>

#include "core/document_decode.h"
#include "icc/text.h"

namespace icc {
namespace {

/// A number that is the same for the same keys, and seldom for others.
std::size_t mark_of(std::string_view key) {
  if (key.empty()) return 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(key[at]); };
  return key.size() + 7U * byte(0) + 31U * byte(key.size() - 1) + 101U * byte(key.size() / 2);
}

/// Whether no two keys of a map are alike; false also where a quick look can't tell.
bool are_distinct(const Document& document, const Node& map) {
  const std::size_t first = document.index(map) + 1;
  if (first == map.end || document.node(first).end == map.end) return true;  // one, or none
  std::bitset<1024> seen;
  for (const Node& child : document.children(map)) {
    auto mark = seen[mark_of(child.key) % seen.size()];
    if (mark) return false;
    mark = true;
  }
  return true;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view text, const ReadLimits& limits)
    : limits_(limits) {
  constexpr std::size_t bytes_a_value = 32;  // fewer in real records
  document_.text_.reserve(text.size() + 1);
  document_.text_.assign(text.begin(), text.end());
  document_.text_.push_back('\n');
  document_.nodes_.reserve(std::min(text.size() / bytes_a_value + 1, limits.values));
  open_.reserve(8);  // more than records are deep
}

char* DocumentBuilder::reserve(std::size_t most) {
  if (most > free_) {
    free_ = std::max(most, most_decoded(text().size()));  // enough for all that will be decoded
    document_.decoded_.push_back(std::make_unique_for_overwrite<char[]>(free_));
    free_begin_ = document_.decoded_.back().get();
  }
  return free_begin_;
}

std::string_view DocumentBuilder::keep(const char* end) {
  const auto size = static_cast<std::size_t>(end - free_begin_);
  const std::string_view text(free_begin_, size);
  free_begin_ += size;
  free_ -= size;
  return text;
}

std::string_view DocumentBuilder::keep(std::string_view decoded) {
  char* const begin = reserve(decoded.size());
  return keep(std::copy(decoded.begin(), decoded.end(), begin));
}

void DocumentBuilder::key(std::string_view text, Range range) {
  pending_ = {text, range};
}

void DocumentBuilder::scalar(const Scalar& scalar) {
  add(scalar);
}

void DocumentBuilder::open(Kind kind, Style style, std::size_t begin) {
  const std::size_t index = document_.nodes_.size();
  if (!add({{}, range_of(begin, begin), kind, style})) return;
  if (open_.size() == limits_.depth) {
    refuse(RuleId::too_deep, begin,
           "lists and maps lie more than " + std::to_string(limits_.depth) +
               " levels within each other");
    return;
  }
  open_.push_back(static_cast<std::uint32_t>(index));
}

void DocumentBuilder::close() {
  close(last_end_);
}

void DocumentBuilder::close(std::size_t end) {
  if (full_) return;
  const std::size_t index = open_.back();
  open_.pop_back();
  Node& node = document_.nodes_[index];
  node.range.end = static_cast<std::uint32_t>(end);
  node.end = static_cast<std::uint32_t>(document_.nodes_.size());
  last_end_ = end;
  if (node.kind == Kind::map) find_repeated_keys(node);
}

bool DocumentBuilder::add(const Scalar& scalar) {
  if (full_ || document_.nodes_.size() == limits_.values) return refuse_value(scalar.range.begin);
  Node& node = document_.nodes_.emplace_back();
  node.key = pending_.key;
  node.text = scalar.text;
  node.key_range = pending_.range;
  node.range = scalar.range;
  node.end = static_cast<std::uint32_t>(document_.nodes_.size());
  node.kind = scalar.kind;
  node.style = scalar.style;
  pending_ = {};
  last_end_ = scalar.range.end;
  return true;
}

/// Refuses a value beyond the limits; answers false.
bool DocumentBuilder::refuse_value(std::size_t at) {
  if (!full_) {
    refuse(RuleId::too_many_values, at, "more than " + std::to_string(limits_.values) + " values");
  }
  return false;
}

void DocumentBuilder::refuse(RuleId rule, std::size_t at, std::string message) {
  full_ = true;
  const std::size_t end = std::min(at + 1, text().size());
  add_fault(diagnostic(rule, range_of(at, end), std::move(message),
                       "put the text in quotes, or spread the values over several records"));
}

void DocumentBuilder::find_repeated_keys(const Node& map) {
  if (are_distinct(document_, map)) return;
  std::vector<const Node*> sorted;
  for (const Node& child : document_.children(map)) sorted.push_back(&child);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Node* left, const Node* right) { return left->key < right->key; });
  const Node* first = sorted.front();
  for (const Node* node : std::span(sorted).subspan(1)) {
    if (node->key != first->key) {
      first = node;
    } else {
      add_repeated_key(*first, *node);
    }
  }
}

void DocumentBuilder::add_repeated_key(const Node& first, const Node& again) {
  Diagnostic fault = diagnostic(RuleId::repeated_key, again.key_range,
                                "the key " + quoted(again.key) + " is here a second time",
                                "keep one of the two and take the other one out");
  fault.related.push_back({{}, first.key_range, "the first one is here", {}});
  add_fault(std::move(fault));
}

void DocumentBuilder::add_fault(Diagnostic fault) {
  faults_.push_back(std::move(fault));
}

Reading DocumentBuilder::finish() {
  if (faults_.empty()) return std::move(document_);
  std::stable_sort(faults_.begin(), faults_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.range.begin < b.range.begin;
  });
  return tl::unexpected(std::move(faults_));
}

}  // namespace icc
