// The order of dicts and sets in Python 2.
#pragma once

#include <cstddef>
#include <vector>

#include "analyzer/evaluator/object.h"

namespace tfscope {

/// The filled slots of a dict's or set's map in the order in which CPython 2.7 iterates them; in insertion order if a
/// key is hashed by its address.
std::vector<size_t> Python2Order(const OrderedMap& map);

}  // namespace tfscope
