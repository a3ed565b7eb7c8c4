#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "core/document_builder.h"
#include "core/text_set.h"

namespace icc {

/// What a plain scalar is by the core schema (YAML 1.2, section 10.3.2): `012` is an integer, `no`,
/// `12:30` and `1_000` are text.
[[nodiscard]] Kind core_kind(std::string_view text);

/// What all plain scalars begin with that are not text.
inline constexpr CharacterSet core_kind_starts = CharacterSet().with("0123456789+-.FNTfnt~");

/// The scalar at `at`, whose decoded text is `value`, with its range, style and kind; or why it is
/// refused. `block_column` is the column of the list or map that holds it, none within brackets.
[[nodiscard]] tl::expected<Scalar, Diagnostic> located_scalar(
    DocumentBuilder& builder, std::size_t at, std::string_view value,
    std::optional<std::size_t> block_column);

}  // namespace icc
