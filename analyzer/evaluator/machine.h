// The machine that evaluates one root: its heap, its frames, its event log, and the operations of Python that native code
// needs. Method definitions are spread over files by family (calls.cpp, attributes.cpp, iteration.cpp, ...).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/native.h"
#include "analyzer/evaluator/object.h"
#include "analyzer/evaluator/types.h"
#include "analyzer/events/events.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

class Program;   // program.h: sources, parsed files, code, search path; shared by all roots of a run
class Naming;    // analyzer/tensorflow/naming.h: graphs, stores, scopes, collections

/// What is known of a truth value, or that asking for it raised.
enum class Truth : uint8_t { kFalse, kTrue, kUnknown, kRaised };

/// Whether the machine lints (goes on after a missing API, explores both sides) or predicts one run.
enum class Mode : uint8_t { kCheck, kInventory };

struct Budgets {
  uint64_t instructions = 20'000'000;
  uint32_t depth = 900;              ///< frames; CPython's limit of 1000 less what its own start-up uses
  uint32_t paths = 32;
  size_t memory = size_t{512} << 20;
};

struct MachineOptions {
  Mode mode = Mode::kCheck;
  Budgets budgets;
  std::vector<std::string> arguments;  ///< sys.argv after the file's name
};

/// One keyword argument of a call.
struct KeywordArgument {
  Str* name;
  Value value;
};

class Machine {
 public:
  Machine(Program& program, MachineOptions options);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  /// Evaluates a file as `__main__`, along every path that the budgets allow; one log per path.
  std::vector<EventLog> RunMain(FileId file);

  // ---- what native code works on
  Heap& heap() { return heap_; }
  Trail& trail() { return heap_.trail(); }
  const Types& types() const { return types_; }
  Program& program() { return program_; }
  Naming& naming() { return *naming_; }
  const MachineOptions& options() const { return options_; }

  // ---- exceptions
  /// Makes an exception of `type` with one string argument and raises it.
  Result Raise(Class* type, std::string_view message);
  template <typename... Parts>
  Result TypeError(fmt::format_string<Parts...> format, Parts&&... parts) {
    return Raise(types_.type_error, fmt::format(format, std::forward<Parts>(parts)...));
  }
  template <typename... Parts>
  Result ValueError(fmt::format_string<Parts...> format, Parts&&... parts) {
    return Raise(types_.value_error, fmt::format(format, std::forward<Parts>(parts)...));
  }
  /// Raises an exception instance.
  Result RaiseObject(Value exception);
  /// An instance of an exception class with these arguments, not raised.
  Value NewException(Class* type, std::vector<Value> arguments);
  /// The raised exception after a Result that is `raised()`. `TakePending` also clears it.
  Value pending() const { return pending_; }
  Value TakePending();
  /// The class of an exception value derives from `type`.
  bool ExceptionIs(Value exception, Class* type) const;

  // ---- calls
  /// Calls and waits. Runs Python code in a nested loop, where a branch on an unknown condition is not explored; prefer
  /// TailCall as the last act of a native.
  Result Call(Value callee, std::span<const Value> arguments, std::span<const KeywordArgument> keywords = {});
  Result CallMethod(Value object, std::string_view name, std::span<const Value> arguments = {});
  /// Lets the machine make this call; return its result from the native.
  Result TailCall(Value callee, std::vector<Value> arguments, std::vector<KeywordArgument> keywords = {});
  /// A function of library/builtins.py, for behaviour that is written in Python (`map`, `sorted` with a key, ...).
  Value BuiltinsFunction(std::string_view name);

  // ---- attributes and types
  Class* TypeOf(Value value) const;
  bool IsInstance(Value value, const Class* cls) const;
  bool IsSubclass(const Class* cls, const Class* base) const;
  /// `getattr`; a property or `__getattr__` written in Python runs nested.
  Result GetAttribute(Value object, Str* name);
  /// The attribute found by ordinary lookup without calling anything; undefined if absent.
  Value LookUp(Value object, Str* name);
  /// The attribute of a class found along its MRO, as stored; null if absent.
  const Value* LookUpInClass(const Class* cls, const Str* name) const;
  Result SetAttribute(Value object, Str* name, Value value);
  Result DeleteAttribute(Value object, Str* name);
  /// The builtin value inside an instance of a subclass of a builtin type, else `value` itself.
  static Value Unwrap(Value value);

  // ---- conversions and comparison
  Truth TruthOf(Value value);
  /// `repr(value)` and `str(value)` as text; nothing if an exception is pending.
  std::optional<std::string> ReprText(Value value);
  std::optional<std::string> StrText(Value value);
  /// `==`; kUnknown if it depends on what is not known.
  Truth Equal(Value left, Value right);
  /// `hash(value)`; nothing if unhashable (TypeError is pending).
  std::optional<uint64_t> Hash(Value value);
  /// Item of a dict-like map by any key: the slot, -1 if absent, -2 if an exception is pending.
  int64_t FindKey(const OrderedMap& map, Value key);
  /// Sets an item; false if an exception is pending. The owner must have been announced with WillWrite.
  bool SetKey(OrderedMap& map, Value key, Value value);

  // ---- iteration
  /// Appends what iterating `iterable` gives; false if an exception is pending. Unknown iterables give two symbols.
  bool Collect(Value iterable, std::vector<Value>& items);
  /// An iterator over `iterable`; generators and iterators are their own.
  Result GetIterator(Value iterable);
  /// The next item of a native iterator: undefined at the end. Not for generators and iterators written in Python.
  Value NextNative(Iterator* iterator);

  // ---- unknown values
  /// A symbol that no other equals, with the current expression as its origin.
  Value Fresh(TypeHint hint = TypeHint::kAny);
  /// The text placeholder of an unknown inside a partly known string.
  std::string Placeholder(Value unknown);

  // ---- events and places
  /// The log of the current path. Rolled back with the trail.
  EventLog& log() { return log_; }
  CallStacks& stacks();
  /// The innermost call of the user's code that is being evaluated.
  Site CurrentSite();
  /// The span of the instruction that the innermost frame is evaluating, library or not.
  Span CurrentSpan() const;
  void Emit(Event event) { log_.events.push_back(std::move(event)); }
  /// Ties an exception to the event that reported it, so that catching it marks the event.
  void TieToEvent(Value exception, size_t event_index);
  /// What the program prints.
  void Print(std::string_view text);
  /// Charges `cost` units of the instruction budget; false once it is spent. Natives that loop charge per element.
  bool Charge(uint64_t cost);

  /// Defines `specs` as attributes of a class or module.
  void Define(Class* cls, std::span<const NativeSpec> specs);
  void Define(Module* module, std::span<const NativeSpec> specs);
  Module* builtins() { return builtins_; }

 private:
  Program& program_;
  MachineOptions options_;
  Heap heap_;
  Types types_;
  std::unique_ptr<Naming> naming_;
  EventLog log_;
  Module* builtins_ = nullptr;
  Value pending_;
  Frame* frame_ = nullptr;
};

}  // namespace tfscope
