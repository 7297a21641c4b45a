// Joining the states that two sides of a branch left behind: equal parts stay, differing small values become symbols.
#pragma once

#include <optional>
#include <unordered_map>
#include <variant>

#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/object.h"

namespace tfscope {

/// A copy of the state of an object that a side of a branch may have changed.
using SavedState = std::variant<Frame, List, Dict, Set, Cell, Module, Function, Class, Instance, Generator, Iterator>;
using SavedStates = std::unordered_map<Object*, SavedState>;

/// The current state of an object; nothing for kinds that never change.
std::optional<SavedState> CopyState(Object& object);

/// Joins states and values at one place of the source.
class Joiner {
 public:
  Joiner(Heap& heap, Span place) : heap_(heap), place_(place) {}

  /// One value for two: equal ones stay, numbers, strings and None that differ become a symbol, an unbound name takes
  /// the value of the other side. Nothing where too much would be lost (functions, tensors, containers).
  std::optional<Value> Join(Value first, Value second);

  /// One state for two of the same object; nothing if they cannot be joined.
  std::optional<SavedState> Join(const SavedState& first, const SavedState& second);

 private:
  bool JoinAll(std::vector<Value>& into, const std::vector<Value>& other);
  bool JoinMaps(OrderedMap& into, const OrderedMap& other);

  Heap& heap_;
  Span place_;
};

/// Writes a state back; the object must have been announced with WillWrite.
void RestoreState(Heap& heap, Object& object, SavedState state);

}  // namespace tfscope
