// Names and modules that TensorFlow does not have.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/events/events.h"

namespace tfscope {

class Machine;

/// `a.b` of `a.b.c`; empty at the top.
std::string_view ParentModule(std::string_view dotted);
/// `c` of `a.b.c`.
std::string_view LastComponent(std::string_view dotted);

/// What TensorFlow lacks where a module of it was not found: neither 1.15 nor what is known of later ones has it.
std::optional<ApiMissing> MissingFromTensorFlow(Machine& machine, std::string_view dotted_name);

}  // namespace tfscope
