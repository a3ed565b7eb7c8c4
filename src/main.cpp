#include "cli/process.h"
#include "cli/run.h"

/// Runs the command line in a session on this process's own streams.
int main(int argc, char** argv) {
  icc::Process process;
  return static_cast<int>(icc::run(process.session(), {argv + 1, argv + argc}));
}
