#pragma once

#include "core/document_builder.h"

namespace icc {

/// Reads the builder's text, which has passed `text_faults`, as one record in YAML 1.2.
void read_yaml(DocumentBuilder& builder);

}  // namespace icc
