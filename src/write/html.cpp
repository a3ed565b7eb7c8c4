#include "write/page.h"
#include "write/write.h"

namespace icc {
namespace {

Result<void> whole(std::string& out, std::span<const Practice> practices, const Schema& schema,
                   const WriteOptions& options) {
  out += page_html(practices, schema, {.title = options.title});
  return {};
}

}  // namespace

const Format html_format = {
    .name = "html", .summary = "One page for the web that works from a file", .whole = whole};

}  // namespace icc
