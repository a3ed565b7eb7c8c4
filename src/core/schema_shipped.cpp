#include "core/schema_shipped.h"

#include <algorithm>

#include "core/embedded.h"

namespace icc::json_schema {

std::string_view ShippedVocabulary::beginning() const {
  const std::size_t first_value = text_.find("aliases: [");
  return text_.substr(0, text_.find('\n', first_value) + 1);
}

const Document& ShippedVocabulary::whole() const {
  std::call_once(is_read_, [this] {
    if (auto document = Document::read_schema(text_)) whole_ = std::move(*document);
  });
  return whole_;
}

std::shared_ptr<const ShippedVocabulary> shipped_vocabulary(std::string_view path,
                                                            std::string_view text) {
  constexpr std::string_view folder = "schema/vocabularies/";
  const auto files = initial_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& file) {
    return file.path == path && file.bytes == text;
  });
  if (found == files.end() || !path.starts_with(folder)) return nullptr;
  return std::make_shared<ShippedVocabulary>(found->bytes);
}

}  // namespace icc::json_schema
