// An activation of code. Frames live on the heap, so that generators can keep them and the trail can restore them.
#pragma once

#include <utility>
#include <vector>

#include "analyzer/evaluator/object.h"

namespace tfscope {

/// What the machine does with the value that a call gives.
enum class OnReturn : uint8_t {
  kPush,        ///< push it on the caller's stack
  kDiscard,     ///< drop it (`__set__`, `__delitem__`, ...)
  kPushSaved,   ///< drop it and push `saved[0]` (`__init__`: the instance)
  kInitialize,  ///< it came from `__new__`: call `__init__` with `saved` (class, count, arguments, keyword dict)
  kBinary,      ///< if it is NotImplemented, try the next candidate of the operator in `saved`
  kTruth,       ///< push its truth value (`__contains__`)
  kForIterate,  ///< an item for a `for`: push; StopIteration or a generator's end jumps to the loop's end
  kYieldFrom,   ///< an item of the delegate of `yield from`
  kGenerator,   ///< a generator resumed by `next` or `send`: its end raises StopIteration
  kClassBody,   ///< the namespace is complete: make the class
  kModuleBody,  ///< the module is loaded: run the importing instruction again
  kExit,        ///< leave the nested dispatch loop that started it
};

struct Frame : Object {
  static constexpr ObjectKind kKind = ObjectKind::kFrame;
  Code* code = nullptr;
  Module* globals = nullptr;
  Frame* back = nullptr;  ///< caller
  uint32_t next = 0;      ///< index of the next instruction
  uint32_t born = 0;      ///< epoch of the trail when this activation began
  uint32_t raised = 0;    ///< index of the instruction that raised what a `with` statement now hands to `__exit__`
  OnReturn on_return = OnReturn::kPush;
  uint8_t operation = 0;  ///< of kBinary: the operator
  std::vector<Value> locals;
  std::vector<Cell*> cells;  ///< cell variables, then free ones
  std::vector<Value> stack;
  Dict* names = nullptr;  ///< namespace of a module or class body
  Value handled;          ///< exception being handled, undefined if none
  std::vector<Value> saved;
  Generator* generator = nullptr;
  Function* function = nullptr;
  CallStackId stack_id = kNoCallStack;  ///< user calls that led here; computed when first asked for
  bool has_stack_id = false;
  std::vector<std::pair<uint32_t, uint32_t>> unknown_turns;  ///< (loop or branch instruction, times decided unknown)
};

}  // namespace tfscope
