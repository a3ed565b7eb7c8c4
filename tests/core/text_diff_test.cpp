#include "icc/text_diff.h"

#include <doctest/doctest.h>

#include <string>

using icc::unified_diff;

TEST_CASE("equal texts do not differ") {
  CHECK(unified_diff("x", "a\nb\n", "a\nb\n").empty());
  CHECK(unified_diff("x", "", "").empty());
}

TEST_CASE("a difference is shown with three lines around it") {
  CHECK(unified_diff("x.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/x.yaml\n+++ b/x.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n "
        "6\n 7\n 8\n");
  CHECK(unified_diff("x", "a\nc\n", "a\nb\nc\n") ==
        "--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n+b\n c\n");
  CHECK(unified_diff("x", "", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("x", "a\n", "") == "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n");
}

TEST_CASE("what lies more than six lines apart is two pieces") {
  const std::string before = "a\n1\n2\n3\n4\n5\n6\nb\n";
  CHECK(unified_diff("x", before, "A\n1\n2\n3\n4\n5\n6\nB\n") ==
        "--- a/x\n+++ b/x\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n "
        "6\n-b\n+B\n");
  CHECK(unified_diff("x", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n") ==
        "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 "
        "@@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST_CASE("a last line without line end is told from one with") {
  CHECK(unified_diff("x", "a", "a\n") ==
        "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("very long differences are told as one") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "b" + std::to_string(i) + "\n";
    after += "a" + std::to_string(i) + "\n";
  }
  const std::string diff = unified_diff("x", before, after);
  CHECK(diff.starts_with("--- a/x\n+++ b/x\n@@ -1,3000 +1,3000 @@\n-b0\n-b1\n"));
}
