#include "core/schema_vocabulary.h"

#include <algorithm>
#include <charconv>

#include "core/schema_names.h"
#include "icc/text.h"

namespace icc::json_schema {
namespace {

std::string text_of(const Document& file, const Node& map, std::string_view key) {
  const Node* value = file.find(map, key);
  return value == nullptr ? std::string() : std::string(trimmed(value->text));
}

std::vector<std::string> texts_of(const Document& file, const Node& map, std::string_view key) {
  std::vector<std::string> texts;
  const Node* list = file.find(map, key);
  if (list == nullptr) return texts;
  for (const Node& item : file.children(*list)) texts.emplace_back(item.text);
  return texts;
}

bool read_degrees(const Document& file, const Node& map, std::string_view key, double& degrees) {
  const Node* value = file.find(map, key);
  if (value == nullptr) return false;
  const char* const end = value->text.data() + value->text.size();
  return std::from_chars(value->text.data(), end, degrees).ptr == end;
}

/// What `x-icc` says about one choice.
void read_extension(const Document& file, const Node& extension, Choice& choice) {
  choice.aliases = texts_of(file, extension, "aliases");
  choice.areas = texts_of(file, extension, "areas");
  const bool has_latitude = read_degrees(file, extension, "latitude", choice.latitude);
  const bool has_longitude = read_degrees(file, extension, "longitude", choice.longitude);
  choice.has_position = has_latitude && has_longitude;
}

Choice closed_choice(const Document& file, const Node& item) {
  Choice choice;
  if (item.kind != Kind::map) {
    choice.value = item.text;
    return choice;
  }
  choice.value = file.find(item, "const")->text;
  choice.description = text_of(file, item, "description");
  if (choice.description.empty()) choice.description = text_of(file, item, "title");
  const Node* extension = file.find(item, "x-icc");
  if (extension != nullptr) read_extension(file, *extension, choice);
  return choice;
}

std::vector<Choice> closed_choices(const Document& file, const Node& list) {
  std::vector<Choice> choices;
  for (const Node& item : file.children(list)) {
    choices.push_back(closed_choice(file, item));
  }
  return choices;
}

std::vector<Choice> open_choices(const Document& file, const Node& values, bool grouped) {
  std::vector<Choice> choices;
  const auto add = [&](const Node& value, std::string_view group) {
    Choice& choice = choices.emplace_back();
    choice.value = value.key.empty() ? value.text : value.key;
    choice.within = group;
    if (value.kind == Kind::map) read_extension(file, value, choice);
  };
  for (const Node& child : file.children(values)) {
    if (!grouped) {
      add(child, {});
    } else {
      for (const Node& value : file.children(child)) add(value, child.key);
    }
  }
  return choices;
}

}  // namespace

std::shared_ptr<const Vocabulary> closed_vocabulary(const std::shared_ptr<const SourceFile>& file,
                                                    const Node& list) {
  const auto read = [file, at = file->document.index(list)] {
    return closed_choices(file->whole(), file->whole().node(at));
  };
  return std::make_shared<Vocabulary>(file->path, true, std::string(), read);
}

std::shared_ptr<const Vocabulary> open_vocabulary(const std::shared_ptr<const SourceFile>& file,
                                                  const Node& extension) {
  std::string within = text_of(file->document, extension, "within");
  const Node& values = *file->document.find(extension, "values");
  const auto read = [file, at = file->document.index(values), grouped = !within.empty()] {
    return open_choices(file->whole(), file->whole().node(at), grouped);
  };
  return std::make_shared<Vocabulary>(file->path, false, std::move(within), read);
}

}  // namespace icc::json_schema

namespace icc {
namespace {

// A shorter alias, a code for the most part, is near to too many words to be a good guess.
constexpr std::size_t shortest_guess = 4;

}  // namespace

Vocabulary::Vocabulary(std::string path, bool closed, std::string within, Reader read)
    : path_(std::move(path)), closed_(closed), within_(std::move(within)), read_(std::move(read)) {}

Vocabulary::~Vocabulary() = default;

std::span<const Choice> Vocabulary::choices() const {
  std::call_once(is_read_, [this] { choices_ = read_(); });
  return choices_;
}

const ChoiceNames& Vocabulary::names() const {
  std::call_once(is_named_, [this] { names_ = std::make_unique<ChoiceNames>(choices()); });
  return *names_;
}

std::span<const Choice* const> Vocabulary::find(std::string_view name) const {
  return names().find(name);
}

std::vector<std::string_view> Vocabulary::suggestions(std::string_view name,
                                                      std::size_t most) const {
  std::vector<std::string_view> found;
  const auto add = [&](const Choice& choice) {
    if (found.size() == most) return;
    if (std::find(found.begin(), found.end(), choice.value) == found.end()) {
      found.push_back(choice.value);
    }
  };
  for (const Choice* choice : find(name)) add(*choice);
  std::vector<std::string_view> candidates;
  std::vector<const Choice*> owners;
  for (const auto& [text, choice] : names().sorted()) {
    if (text.size() < shortest_guess && text != folded(choice->value)) continue;
    candidates.push_back(text);
    owners.push_back(choice);
  }
  for (const std::string_view near : nearest(name, candidates, candidates.size())) {
    const auto at = std::find_if(candidates.begin(), candidates.end(),
                                 [&](std::string_view text) { return text.data() == near.data(); });
    add(*owners[static_cast<std::size_t>(at - candidates.begin())]);
  }
  return found;
}

}  // namespace icc
