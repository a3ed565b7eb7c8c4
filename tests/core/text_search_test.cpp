#include "core/text_search.h"

#include <doctest/doctest.h>

#include <string_view>

TEST_CASE("the next of some bytes is that of a naive search") {
  const std::string_view texts[] = {"", "x", "abc", "xxaxbxxcxaa", "\xE2\x80\x9C\n]`", "cbacba"};
  for (const std::string_view text : texts) {
    CAPTURE(text);
    icc::ByteSearch<3> search(text, {'a', 'b', '\xE2'});
    for (std::size_t from = 0; from <= text.size(); ++from) {
      CHECK(search.next(from) == text.find_first_of("ab\xE2", from));
    }
  }
}
