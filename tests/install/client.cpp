// What somebody else's program with icc::core looks like.
#include <icc/json.h>
#include <icc/result.h>

#include <cstdio>
#include <string>

int main() {
  std::string out;
  icc::JsonWriter json(out);
  json.begin_object();
  json.member("format", "client/1");
  json.end_object();
  std::puts(out.c_str());
}
