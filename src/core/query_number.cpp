#include "core/query_number.h"

#include "core/document_scalar.h"

namespace icc {

std::optional<json_schema::Number> query_number(std::string_view text) {
  const Kind kind = core_kind(text);
  if (kind != Kind::integer && kind != Kind::real) return std::nullopt;
  return json_schema::Number(text);
}

}  // namespace icc
