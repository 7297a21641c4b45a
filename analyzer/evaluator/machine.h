// The machine that evaluates one root: its heap, its frames, its event log, and the operations of Python that native code
// needs. Method definitions are spread over files by family (calls.cpp, attributes.cpp, iteration.cpp, ...).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analyzer/evaluator/code.h"
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

struct NativeSignature;

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

  /// How deep C++ code is in nested containers: comparisons, hashes and texts that recur.
  struct Nesting {
    uint32_t depth = 0;
    std::vector<const Object*> shown;  ///< containers whose repr is being made
  };
  Nesting& nesting() { return nesting_; }

  /// Defines `specs` as attributes of a class or module.
  void Define(Class* cls, std::span<const NativeSpec> specs);
  void Define(Module* module, std::span<const NativeSpec> specs);
  Module* builtins() { return builtins_; }

 private:
  /// How an instruction ended.
  enum class Step : uint8_t {
    kNext,    ///< go on with the frame's next instruction
    kRaise,   ///< `pending_` holds an exception: unwind
    kSwitch,  ///< `frame_` changed: go on there
    kExit,    ///< a frame marked OnReturn::kExit returned; its value is `exit_value_`
    kHalt,    ///< a budget is spent or the path is over
  };

  /// What becomes of a call's value; `saved` and `operation` as in Frame.
  struct Continuation {
    OnReturn how = OnReturn::kPush;
    uint8_t operation = 0;
    std::vector<Value> saved;
  };

  /// A call that a native asked for, or a generator to resume.
  struct TailRequest {
    Value callee;
    std::vector<Value> arguments;
    std::vector<KeywordArgument> keywords;
    Generator* generator = nullptr;
    Value sent;
    bool throws = false;  ///< `sent` is an exception to raise inside the generator
  };

  struct Candidate;
  struct Choice;

  // machine.cpp
  void MakeTypes();
  void EnterMain(FileId file);
  void FinishPath(std::vector<EventLog>& logs);

  // dispatch.cpp
  Step Execute();
  Step Dispatch(Frame& frame, Instruction instruction);
  Step DispatchStack(Frame& frame, Instruction instruction);
  Step DispatchBuild(Frame& frame, Instruction instruction);
  Step DispatchRare(Frame& frame, Instruction instruction);
  void SwitchTo(Frame* frame);
  static Value Pop(Frame& frame) {
    Value value = frame.stack.back();
    frame.stack.pop_back();
    return value;
  }
  Step Push(Result result);

  // names.cpp
  Step LoadName(Frame& frame, Str* name, bool namespace_first);
  Step LoadGlobalSlot(Frame& frame, Str* name);
  Step StoreName(Frame& frame, Str* name, Value value);
  Step DeleteName(Frame& frame, Str* name);
  Step DispatchNames(Frame& frame, Instruction instruction);

  // calls.cpp
  Step CallFromStack(uint32_t count, const std::vector<Str*>* keyword_names, Continuation continuation);
  Step StartCall(Value callee, std::span<const Value> arguments, std::span<const KeywordArgument> keywords,
                 Continuation continuation);
  Step CallSpread(Frame& frame, bool has_keywords);
  Step CallFunction(Function* function, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                    Continuation continuation, size_t stack_base);
  Step CallNative(NativeFunction* native, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                  Continuation continuation, size_t stack_base);
  Step CallUnknown(Value callee, std::span<const Value> positional, Continuation continuation, size_t stack_base);
  Step FollowTail(Continuation continuation);
  Step Finish(Result result, Continuation continuation);
  Step Deliver(Value value, Continuation continuation);
  Frame* BindArguments(Function* function, std::span<const Value> positional,
                       std::span<const KeywordArgument> keywords);
  Result RaiseMissing(const Function& function, const std::vector<Str*>& missing, bool keyword_only);
  Result BindNative(NativeFunction* native, std::span<const Value> positional,
                    std::span<const KeywordArgument> keywords, std::vector<Value>& bound);
  Step ReturnFrom(Frame& frame, Value value);
  Step EnterFrame(Frame* callee, Continuation continuation);

  // classes.cpp
  Step Instantiate(Class* cls, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                   Continuation continuation, size_t stack_base);
  Step CreateInstance(Class* cls, std::vector<Value> positional, std::vector<KeywordArgument> keywords,
                      Continuation continuation);
  Step InitializeInstance(Value instance, Class* cls, std::span<const Value> positional,
                          std::span<const KeywordArgument> keywords, Continuation continuation);
  Step BuildClass(Frame& frame, uint32_t count, const std::vector<Str*>* keyword_names);
  Step FinishClassBody(Frame& body, Continuation continuation);
  void InstallObjectNatives();
  Result ZeroArgumentSuper();

  // attributes.cpp
  Step LoadAttribute(Frame& frame, Str* name, bool as_method);
  Step StoreAttribute(Frame& frame, Str* name);
  Value OwnAttribute(Value object, Str* name);
  Value SpecialAttribute(Value object, std::string_view name);
  Result LoadModuleAttribute(Module* module, Str* name);
  Result MissingAttribute(Value object, Str* name);
  Result Bind(Value descriptor, Value object, Class* cls, bool* calls);
  OrderedMap* AttributesOf(Value object);

  // operators.cpp
  Step BinaryOperation(Frame& frame, BinaryOperator op, bool in_place);
  Step CompareOperation(Frame& frame, CompareOperator op);
  Step UnaryOperation(Frame& frame, UnaryOperator op);
  Step NextCandidate(Continuation continuation);
  Step LoadItem(Frame& frame);
  Step StoreItem(Frame& frame);
  Step DeleteItem(Frame& frame);
  Result Contains(Value container, Value item);

  // exceptions.cpp
  Step Unwind();
  Step RaiseFromStack(Frame& frame, uint32_t form);
  bool Matches(Value exception, Value type);
  void MarkCaught(Value exception, bool caught);
  void NotePlace(Value exception);
  Result NormalizeException(Value value);

  // iteration.cpp
  Step ForIterate(Frame& frame, Instruction instruction);
  Step EndIteration(Frame& frame, OnReturn how, Value result);
  Step YieldFrom(Frame& frame);
  Step Yield(Frame& frame);
  Step Resume(Generator* generator, Value sent, bool throws, Continuation continuation);
  Step Unpack(Frame& frame, Instruction instruction);
  void InstallGeneratorNatives();

  // imports.cpp
  Step ImportName(Frame& frame, Str* name, uint32_t level);
  Step ImportFrom(Frame& frame, Str* name);
  Step ImportStar(Frame& frame);
  Step ResolveLazy(LazyImport* lazy, Value* resolved);
  Step LoadModule(std::string_view dotted_name, Value* module);
  Value FindLoaded(std::string_view dotted_name);
  std::string AbsoluteName(const Frame& frame, std::string_view name, uint32_t level) const;
  bool ForceLazy(Value& value);

  // with.cpp, printing
  Step BeforeWith(Frame& frame);
  Step WithExcept(Frame& frame);
  Step PrintStatement(Frame& frame, Instruction instruction);
  Step FormatValue(Frame& frame, uint32_t form);

  // paths.cpp
  Step Branch(Frame& frame, Instruction instruction);
  Step BranchUnknown(Frame& frame, Instruction instruction, Value condition);
  Step LoopUnknown(Frame& frame, Instruction instruction);
  Step TakeSide(const Choice& choice, bool side);
  Step SideEnds(uint8_t rank);
  Step CheckWatch();
  void Watch();
  std::optional<Step> NextPath();

  // sites.cpp
  Frame* UserFrame() const;
  CallStackId StackOf(Frame* frame);
  Span SpanOf(const Frame& frame) const;

  Program& program_;
  MachineOptions options_;
  Heap heap_;
  Types types_;
  std::unique_ptr<Naming> naming_;
  EventLog log_;
  Module* builtins_ = nullptr;
  Module* main_ = nullptr;
  Dict* modules_ = nullptr;          ///< sys.modules
  Value pending_;
  Value exit_value_;
  TailRequest tail_;
  Nesting nesting_;
  Frame* frame_ = nullptr;
  uint64_t instructions_left_ = 0;
  uint32_t depth_ = 0;
  uint32_t nested_ = 0;              ///< dispatch loops running on the C++ stack, less one
  bool halted_ = false;
  bool line_open_ = false;           ///< the last line of the output has no end yet
  Frame* watch_frame_ = nullptr;     ///< frame of the newest open choice
  uint32_t watch_begin_ = 0;         ///< its branch lies between these instructions
  uint32_t watch_join_ = 0;
  std::vector<std::unique_ptr<Choice>> choices_;
  std::unordered_map<uint32_t, bool> decisions_;  ///< side taken per symbol on this path
  std::vector<std::unique_ptr<NativeSignature>> signatures_;
};

}  // namespace tfscope
