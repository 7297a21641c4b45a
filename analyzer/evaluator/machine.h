// The machine that evaluates one root: its heap, its frames, its event log, and the operations of Python that native
// code needs. Method definitions are spread over files by family (calls.cpp, attributes.cpp, iteration.cpp, ...).
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

#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/instruction_budget.h"
#include "analyzer/evaluator/join.h"
#include "analyzer/evaluator/machine_options.h"
#include "analyzer/evaluator/method_cache.h"
#include "analyzer/evaluator/native.h"
#include "analyzer/evaluator/nesting.h"
#include "analyzer/evaluator/object.h"
#include "analyzer/evaluator/path_exploration.h"
#include "analyzer/evaluator/types.h"
#include "analyzer/events/events.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

class Program;          // program.h: sources, parsed files, code, search path; shared by all roots of a run
struct IsolatedRoot;    // isolated_roots.h
struct ModuleLocation;  // program.h
class Naming;           // analyzer/tensorflow/naming.h: graphs, stores, scopes, collections
class PreparedModules;  // prepared_modules.h
struct NativeSignature;

class Machine {
 public:
  Machine(Program& program, MachineOptions options);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  /// A root begins on a machine that serves several of one version of Python, one after the other (prepared_modules.h).
  /// Its end is to be told before another begins: all that the root made is then gone.
  void BeginRoot(MachineOptions options, bool python2);
  void EndRoot();

  /// Evaluates a file as `__main__`, along every path that the budgets allow; one log per path.
  std::vector<EventLog> RunMain(FileId file);

  /// Evaluates a file as another program's import of it would, to call its functions by RunIsolated. What happens on
  /// the way is not reported.
  void LoadForCallers(FileId file);

  /// Evaluates a call of a function of the loaded file by an unknown caller: arguments without a default, and the
  /// caller's scopes and variables, are not known. The state is then again what it was. No log if the module does not
  /// have the function.
  std::vector<EventLog> RunIsolated(const IsolatedRoot& root);
  /// The root's caller is unknown.
  bool isolated() const { return isolated_; }

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
  /// The exception that an `except` or `finally` is handling; undefined if none.
  Value HandledException() const;
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
  /// A builtin that Python 2 has alone or in another form (library/python2_builtins.py); null if there is none.
  const Value* Python2Builtin(Str* name);

  // ---- attributes and types
  Class* TypeOf(Value value) const;
  bool IsInstance(Value value, const Class* cls) const;
  bool IsSubclass(const Class* cls, const Class* base) const;
  /// `getattr`; a property or `__getattr__` written in Python runs nested.
  Result GetAttribute(Value object, Str* name);
  /// The attribute found by ordinary lookup without calling anything; undefined if absent.
  Value LookUp(Value object, Str* name);
  /// The attribute of a class found along its MRO, as stored; null if absent.
  const Value* LookUpInClass(const Class* cls, const Str* name);
  Result SetAttribute(Value object, Str* name, Value value);
  /// The same by the builtin functions: with a `__setattr__` or `__delattr__` written in Python.
  Result SetAttributeWithHook(Value object, Str* name, Value value);
  Result DeleteAttribute(Value object, Str* name);
  /// The builtin value inside an instance of a subclass of a builtin type, else `value` itself.
  static Value Unwrap(Value value);

  /// `super(start, self)`.
  Result MakeSuper(Value start, Value self);
  /// A new instance without attributes.
  Value NewInstance(Class* cls);
  /// `type.__new__` and `type.__call__`.
  Result NewClass(Class* meta, Str* name, std::span<const Value> bases, const OrderedMap& names, Value keywords);
  Result InstantiateByType(Class* cls, std::span<const Value> positional, const OrderedMap& keywords);
  /// `object.__getattribute__` and `object.__delattr__`: without the hooks of the class.
  Result PlainGetAttribute(Value object, Str* name);
  Result DeleteOwnAttribute(Value object, Str* name);

  // ---- names and imports
  Value GlobalsOfCaller();
  Value LocalsOfCaller();
  /// `eval` and `exec`, by default in the caller's names, and `compile`.
  Result RunText(TextKind kind, Value source, Value globals, Value locals);
  Result CompileText(TextKind kind, Value source, std::string_view refusal);
  /// Imports a module at once; `top` gives the top package, as `import a.b` does.
  Result ImportByName(std::string_view dotted_name, bool top);
  /// sys.modules.
  Dict* modules() { return modules_; }

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
  /// Lets the machine resume a generator; return its result from the native.
  Result ResumeGenerator(Generator* generator, Value sent, bool throws);
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
  /// The code that is being evaluated is a library model. Models ask about types where they mean known values, so there
  /// the answer for an unknown value is no: it is no error that a model could raise, and no path is spent on it.
  bool InLibrary() const { return frame_ != nullptr && frame_->globals->is_library; }
  /// What the program prints.
  void Print(std::string_view text);
  /// Charges `cost` units of the instruction budget; false once it is spent. Natives that loop charge per element.
  bool Charge(uint64_t cost);

  /// The code that is being evaluated is Python 2, and so has its builtins.
  bool InPython2() const;
  /// The program parses only as Python 2; then so is all of it that parses as both.
  bool ProgramIsPython2() const;

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

  /// What a native asked for in its place: a call, an instance of a class without asking its metaclass, or a generator
  /// to resume.
  struct TailRequest {
    Value callee;
    Class* created = nullptr;
    std::vector<Value> arguments;
    std::vector<KeywordArgument> keywords;
    Generator* generator = nullptr;
    Value sent;
    bool throws = false;  ///< `sent` is an exception to raise inside the generator
  };

  /// How the side of an open choice ended, from best to worst.
  enum class SideEnd : uint8_t { kJoined, kLeft, kRaised };
  struct Choice;
  Value IsolatedCall(const IsolatedRoot& root, std::vector<Value>& arguments);
  Value SymbolicArguments(const Code& code, bool skips_first, bool gives_all);
  void ForgetCallers();
  void StartAfresh();
  void PrepareModules();
  std::vector<EventLog> RunPaths(Step first);
  Module* LoadBuiltins(std::string_view file);
  void FinishPath(std::vector<EventLog>& logs);
  void SetProgramError(Value exception);
  std::string DisplayText(std::string_view text) const;
  void DisplayLog(EventLog& log) const;

  // dispatch.cpp
  Step Execute();
  Step Dispatch(Frame& frame, Instruction instruction);
  Step DispatchRare(Frame& frame, Instruction instruction);
  void SwitchTo(Frame* frame);
  Step Push(Result result);
  static Step Fail(const Result&) { return Step::kRaise; }  ///< after an exception was raised
  static bool Failed(const Result&) { return false; }
  static Value Pop(Frame& frame) {
    Value value = frame.stack.back();
    frame.stack.pop_back();
    return value;
  }
  Step DispatchNames(Frame& frame, Instruction instruction);
  Step LoadName(Frame& frame, Str* name, bool namespace_first);
  Step StoreName(Frame& frame, Str* name, Value value);
  Step DeleteName(Frame& frame, Str* name);

  // containers.cpp
  Step DispatchStack(Frame& frame, Instruction instruction);
  Step DispatchBuild(Frame& frame, Instruction instruction);
  Step AddToContainer(Frame& frame, Instruction instruction);
  Step MergeMapping(Dict* dict, Value mapping, bool of_call);
  Step BuildString(Frame& frame, const std::vector<Value>& parts);
  Step MakeFunction(Frame& frame, uint32_t flags);
  Step FormatValue(Frame& frame, uint32_t form);

  Value SpecialMethod(Value object, std::string_view name);
  void AddCandidate(std::vector<Value>& saved, Value self, std::string_view name, Value other);
  Step BinaryOperation(Frame& frame, BinaryOperator op, bool in_place);
  Step CompareOperation(Frame& frame, CompareOperator op);
  Step UnaryOperation(Frame& frame, UnaryOperator op);
  Step NextCandidate(Continuation&& continuation);
  Result PlainBinary(BinaryOperator op, bool in_place, Value left, Value right);
  Result PlainCompare(CompareOperator op, Value left, Value right);
  Result CompareIdentity(CompareOperator op, Value left, Value right);
  Result Negate(Value value);
  Result Contains(Value container, Value item);
  Step LoadItem(Frame& frame);
  Step StoreItem(Frame& frame);
  Step DeleteItem(Frame& frame);
  Step CallFromStack(uint32_t count, const std::vector<Str*>* keyword_names, Continuation&& continuation);
  Step CallSpread(Frame& frame, bool has_keywords);
  Step FailOfKeyword(Value callee, std::vector<Value> positional, std::span<const KeywordArgument> keywords);
  Step StartCall(Value callee, std::span<const Value> arguments, std::span<const KeywordArgument> keywords,
                 Continuation&& continuation);
  Step CallValue(Value callee, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                 Continuation&& continuation, size_t stack_base);
  Step CallUnknown(Value callee, std::span<const Value> positional, Continuation&& continuation, size_t stack_base);
  Step CallFunction(Function* function, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                    Continuation&& continuation, size_t stack_base);
  Step CallNative(NativeFunction* native, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                  Continuation&& continuation, size_t stack_base);
  Result RunNative(NativeFunction* native, std::span<const Value> bound);
  Result UnknownResult(const NativeSpec& spec, std::span<const Value> bound);
  Step EnterFrame(Frame* callee, Continuation&& continuation);
  Step ReturnFrom(Frame& frame, Value value);
  Step Finish(Result result, Continuation&& continuation);
  Step FollowTail(Continuation&& continuation);
  Step Deliver(Value value, Continuation&& continuation);
  bool IsOfObject(Value method, const Str* name) const;
  Step InitializeInstance(Value instance, Class* cls, std::span<const Value> positional,
                          std::span<const KeywordArgument> keywords, Continuation&& continuation);
  Step CreateInstance(Class* cls, std::vector<Value> positional, std::vector<KeywordArgument> keywords,
                      Continuation&& continuation);
  Frame* NewFrame();
  void Recycle(Frame* frame);
  static void Wrap(std::vector<Value>& saved, Continuation&& outer);
  static Continuation Unwrapped(const std::vector<Value>& saved, size_t index);
  const NativeSignature& SignatureOf(NativeFunction* native);
  Result BindNative(NativeFunction* native, std::span<const Value> positional,
                    std::span<const KeywordArgument> keywords, std::vector<Value>& bound);
  Frame* BindArguments(Function* function, std::span<const Value> positional,
                       std::span<const KeywordArgument> keywords);
  bool BindKeywords(const Function& function, Frame& frame, std::span<const KeywordArgument> keywords);
  bool BindDefaults(const Function& function, Frame& frame);
  void BindCells(const Function& function, Frame& frame);
  Result RaiseMissing(const Function& function, const std::vector<Str*>& missing, bool keyword_only);
  Result RaiseWrongCount(const Function& function, bool too_many, size_t given);
  Result RaiseTooMany(const Function& function, size_t given, size_t keyword_only_given);

  Result SetBases(Class* cls, std::span<const Value> bases);
  Result MakeClass(Class* metaclass, Str* name, std::span<const Value> bases, const OrderedMap& names);
  Result RunClassHooks(Class* cls, std::span<const KeywordArgument> keywords);
  Class* MetaclassOf(Value given, std::span<const Value> bases);
  Step BuildClass(Frame& frame, uint32_t count, const std::vector<Str*>* keyword_names);
  void AdaptPython2Body(OrderedMap& names, std::span<const Value> bases, Value* metaclass);
  Step FinishClassBody(Frame& body, Continuation&& continuation);
  Step Instantiate(Class* cls, std::span<const Value> positional, std::span<const KeywordArgument> keywords,
                   Continuation&& continuation, size_t stack_base);
  Value WrapPayload(Class* cls, Value payload);
  Value TypeOfPlainBase(std::span<const Value> bases) const;
  Result PrepareNames(Value metaclass, Value name, const std::vector<Value>& bases, const Dict& keywords);
  Value TypeValue(Value value);
  Result ZeroArgumentSuper();
  Class* TypeOfObject(const Object& object) const;
  void InstallObjectNatives();
  void InstallNamespaceNatives();

  static Dict** DictionaryOf(Value object);
  const OrderedMap* OwnAttributes(Value object) const;
  Dict* EnsureDictionary(Value object);
  void WillWriteObject(Value object);
  Result Bind(Value descriptor, Value object, Class* cls, bool* calls);
  Result Find(Value object, Str* name, bool* calls);
  Result FindOnClass(Class* cls, Str* name, bool* calls);
  Result FindOnSuper(Super* super, Str* name, bool* calls);
  Result FindWithHooks(Value object, Str* name, bool* calls);
  Result UnknownAttribute(Value object, Str* name);
  const Value* GetAttributeHook(Value object);
  Result MissingAttribute(Value object, Str* name);
  Step LoadAttribute(Frame& frame, Str* name, bool as_method);
  bool LoadPlainMethod(Frame& frame, Value object, Str* name);
  bool LoadOwnAttribute(Frame& frame, Value object, Str* name);
  Step StoreAttribute(Frame& frame, Str* name);
  Result SetByDescriptor(Value descriptor, Value object, Value value);

  // special_attributes.cpp
  Value SpecialAttribute(Value object, std::string_view name);
  Value PlainSpecialAttribute(Value object, std::string_view name);
  Value Python2Attribute(Value object, std::string_view name);
  Value CodeAttribute(Code* code, std::string_view name);
  Value ClassAttribute(Class* cls, std::string_view name);
  Value FunctionAttribute(Function* function, std::string_view name);
  Result SetSpecialAttribute(Value object, std::string_view name, Value value);
  Result SetFunctionAttribute(Function* function, std::string_view name, Value value);
  Result SetInstanceAttribute(Instance* instance, std::string_view name, Value value);

  Step Unwind();
  std::string PlainMessage(const Instance& exception);
  void ReportException(Value exception);
  bool LeaveFrame(Frame& frame);
  Result SetCause(Instance* exception, Value cause);
  Step RaiseFromStack(Frame& frame, uint32_t form);
  Truth Matches(Value exception, Value type);
  void MarkCaught(Value exception, bool caught);
  void NotePlace(Value exception);
  Result NormalizeException(Value value);
  Value StopValue(Value stop) const;
  Step ForIterate(Frame& frame, Instruction instruction);
  Step EndIteration(Frame& frame, OnReturn how, Value result);
  Step EndGenerator(Generator* generator, Value result, Continuation&& continuation);
  Step Resume(Generator* generator, Value sent, bool throws, Continuation&& continuation);
  Step ThrowInto(Frame& body, Value exception);
  Step Yield(Frame& frame);
  Step YieldFrom(Frame& frame);
  Step Unpack(Frame& frame, Instruction instruction);
  void UnpackUnknown(Value iterable, size_t count, std::vector<Value>& items);
  void InstallGeneratorNatives();

  std::string AbsoluteName(const Frame& frame, std::string_view name, uint32_t level) const;
  Value FindLoaded(std::string_view dotted_name);
  Module* NewModule(std::string_view dotted_name);
  void RegisterModule(std::string_view dotted_name, Value module);
  void ForgetModule(Module* module);
  Step LoadModule(std::string_view dotted_name, Value* module);
  Step StartModule(std::string_view dotted_name, Value* loaded);
  Step EnterModule(Module* module, Continuation&& continuation);
  Value MissingModule(std::string_view dotted_name);
  Module* PreparedModule(std::string_view dotted_name, const std::optional<ModuleLocation>& location);
  Step ImportName(Frame& frame, Str* name, uint32_t level);
  Value OwnFolder();
  bool IsLazyImport(const Frame& frame, std::string_view dotted);
  bool NamesSibling(const Frame& frame, std::string_view dotted);
  Step ImportFrom(Frame& frame, Str* name);
  Step ImportSubmodule(Frame& frame, Module* module, Str* name);
  Step ImportStar(Frame& frame);  // star_imports.cpp
  Step ImportNamedByAll(Frame& frame, Module* module, Value name);
  Step ResolveLazy(LazyImport* lazy, Value* resolved);
  Step ModuleAttribute(Module* module, Str* name, Value* value, bool nested);
  Step ResolveNested(const std::function<Step()>& resolve);
  Step ModelledAttribute(Module* module, Str* name, Value* value, bool nested);  // models.cpp
  Result MissingModuleAttribute(Module* module, Str* name);
  Result MissingApi(Module* module, Str* name);
  bool InsideTry() const;
  bool IsExceptHandler(const Code& code, const ExceptionRange& range) const;
  Module* ModuleAround(Dict* dict);
  Step ExecStatement(Frame& frame);
  Step BeforeWith(Frame& frame);
  Step WithExcept(Frame& frame);
  Step DispatchPython2(Frame& frame, Instruction instruction);
  Step PrintStatement(Frame& frame, Instruction instruction);
  Step DispatchMatch(Frame& frame, Instruction instruction);
  Step MatchKeys(Frame& frame);
  Step MatchClass(Frame& frame, uint32_t positional);

  // paths.cpp
  static void Jump(Frame& frame, Instruction instruction, bool truth);
  Step Branch(Frame& frame, Instruction instruction);
  Step BranchUnknown(Frame& frame, Instruction instruction, Value condition);
  Step LoopUnknown(Frame& frame, Instruction instruction);
  Span ImportingCall() const;
  Step OpenChoice(Frame& frame, Instruction instruction, Symbol* symbol, bool inverted, bool tired);
  void Decide(const Symbol& condition, bool side);
  Step TakeSide(Choice& choice, bool side);
  void ReturnToBranch(const Choice& choice);
  void Watch();
  Step CheckWatch();
  Step SideEnds(SideEnd end);
  std::string ConditionText(Span place);
  void EmitAssumption(Choice& choice);
  void CloseChoice();
  bool NextPath();

  // sides.cpp
  Step TrialSideEnds(Choice& choice, SideEnd end);
  void AcceptSide();
  void LeaveBySuspension();
  Step MergeSideEnds(Choice& choice, SideEnd end);
  Step DividePath(Choice& choice, SideEnd end);
  bool CollectStates(const Choice& choice, SavedStates& states) const;
  Step JoinSides(Choice& choice, SavedStates second);
  void Fork(bool remaining);
  Frame* UserFrame() const;
  CallStackId StackOf(Frame* frame);
  Span SpanOf(const Frame& frame) const;
  std::string FileName(FileId file) const;
  int64_t LineOf(Span span) const;
  bool Halt(std::string what);
  bool LeaveLongLoops();
  Program& program_;
  MachineOptions options_;
  Heap heap_;
  Types types_;
  std::unique_ptr<Naming> naming_;
  EventLog log_;
  Module *builtins_ = nullptr, *main_ = nullptr;
  Module *python_builtins_ = nullptr, *python2_builtins_ = nullptr;  ///< library/{,python2_}builtins.py, once needed
  Dict* modules_ = nullptr;                                          ///< sys.modules
  MethodCache method_cache_;
  Value pending_, exit_value_;
  TailRequest tail_;
  Nesting nesting_;
  Frame* frame_ = nullptr;
  InstructionBudget instructions_;
  uint32_t depth_ = 0, nested_ = 0;  ///< `nested_`: dispatch loops running on the C++ stack, less one
  bool halted_ = false, isolated_ = false;
  bool importing_ = false;  ///< the attribute asked for is that of a `from module import name`
  PathExploration paths_;
  bool line_open_ = false, print_space_ = false;  ///< output without a line end; Python 2's print adds a space next
  Frame* watch_frame_ = nullptr;                  ///< frame of the newest open choice
  uint32_t watch_begin_ = 0, watch_join_ = 0;     ///< its branch lies between these instructions
  std::vector<std::unique_ptr<Choice>> choices_;
  std::unordered_map<uint32_t, bool> decisions_;  ///< side taken per symbol on this path
  std::vector<std::unique_ptr<NativeSignature>> signatures_;
  std::vector<Frame*> free_frames_;
  std::unique_ptr<PreparedModules> prepared_;  ///< null unless the machine serves several roots
};

}  // namespace tfscope
