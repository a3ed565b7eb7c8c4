// What somebody else's program with icc::core looks like: it prints the keys of a record.
#include <icc/diagnostic.h>
#include <icc/document.h>

#include <cstdio>

int main() {
  const icc::Reading reading = icc::Document::read("title: Neighbours\ncountry: Sweden\n");
  if (!reading) {
    for (const icc::Diagnostic& fault : reading.error()) {
      std::fputs(icc::short_form(fault).c_str(), stderr);
    }
    return 1;
  }
  for (const icc::Node& node : reading->children(reading->root())) {
    std::printf("%.*s\n", static_cast<int>(node.key.size()), node.key.data());
  }
}
