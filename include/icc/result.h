#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace icc {

/// Why something could not be done; decides the exit code.
enum class Failure {
  usage,        ///< the caller asked for something that makes no sense
  refused,      ///< the answer is "no": an id is taken, a record is not valid, no such id
  environment,  ///< the machine said no: a file can't be read, the disk is full
};

/// What could not be done, in one line without a full stop, and what to do about it.
struct Error {
  Failure failure = Failure::environment;
  std::string message;
  std::string hint;  ///< empty, or one line
};

/// A value, or the reason why there is none. Faults in data are diagnostics instead (diagnostic.h).
template <class T>
using Result = tl::expected<T, Error>;

/// The failing branch of a `Result`: `return failed(Failure::usage, "no such field 'x'")`.
inline tl::unexpected<Error> failed(Failure failure, std::string message, std::string hint = {}) {
  return tl::unexpected<Error>({failure, std::move(message), std::move(hint)});
}

}  // namespace icc
