# cmake -DFUNCTION=… -DBASE=… -DFILES=a|b -DOUTPUT=… -P embed.cmake: writes a source that defines
# `icc::FUNCTION()`, the bytes of FILES with their paths relative to BASE and
# their SHA-256.
string(REPLACE "|" ";" FILES "${FILES}")
set(rows "")
set(count 0)
foreach(file IN LISTS FILES)
  file(READ "${BASE}/${file}" bytes)
  file(SHA256 "${BASE}/${file}" hash)
  string(APPEND rows "    {\"${file}\", R\"embedded(${bytes})embedded\", \"${hash}\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include <array>

#include \"core/embedded.h\"

namespace icc {
namespace {

constexpr std::array<EmbeddedFile, ${count}> files = {{
${rows}}};

}  // namespace

std::span<const EmbeddedFile> ${FUNCTION}() {
  return files;
}

}  // namespace icc
")
