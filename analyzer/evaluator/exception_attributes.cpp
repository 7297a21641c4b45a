#include "analyzer/evaluator/exception_attributes.h"

#include <algorithm>
#include <iterator>

#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

Value OrNone(Value value) { return value.defined() ? value : Value::None(); }

/// The argument at `index` of the exception, or None.
Value ArgumentAt(const Instance& exception, size_t index) {
  auto* arguments = As<Tuple>(exception.payload);
  return arguments != nullptr && index < arguments->items.size() ? arguments->items[index] : Value::None();
}

/// Attributes that are arguments under another name.
struct NamedArgument {
  std::string_view name;
  Class* Types::*type;
  size_t index;
  size_t fewest;  ///< with fewer arguments it is None
};

constexpr NamedArgument kNamedArguments[] = {
    {"errno", &Types::os_error, 0, 2},
    {"strerror", &Types::os_error, 1, 2},
    {"filename", &Types::os_error, 2, 3},
    {"value", &Types::stop_iteration, 0, 1},
    {"encoding", &Types::unicode_decode_error, 0, 5},
    {"object", &Types::unicode_decode_error, 1, 5},
    {"start", &Types::unicode_decode_error, 2, 5},
    {"end", &Types::unicode_decode_error, 3, 5},
    {"reason", &Types::unicode_decode_error, 4, 5},
    {"encoding", &Types::unicode_encode_error, 0, 5},
    {"object", &Types::unicode_encode_error, 1, 5},
    {"start", &Types::unicode_encode_error, 2, 5},
    {"end", &Types::unicode_encode_error, 3, 5},
    {"reason", &Types::unicode_encode_error, 4, 5},
    {"msg", &Types::import_error, 0, 1},
    {"msg", &Types::syntax_error, 0, 1},
};

/// `SystemExit.code`: the only argument, or all of them.
Value ExitCode(const Instance& exception) {
  auto* arguments = As<Tuple>(exception.payload);
  return arguments != nullptr && arguments->items.size() > 1 ? exception.payload : ArgumentAt(exception, 0);
}

Result SetLink(Machine& machine, Value& link, Value value, std::string_view what) {
  if (!value.is_none() && !value.is_unknown() && !machine.IsInstance(value, machine.types().base_exception)) {
    return machine.TypeError("exception {} must be None or derive from BaseException", what);
  }
  link = value.is_none() ? Value() : value;
  return Value::None();
}

/// A SyntaxError's arguments are its message and its place.
Value SyntaxErrorPart(const Instance& exception, std::string_view name) {
  constexpr std::string_view kParts[] = {"filename", "lineno", "offset", "text"};
  if (name == "msg") return ArgumentAt(exception, 0);
  auto part = std::ranges::find(kParts, name);
  if (part == std::end(kParts)) return Value();
  auto* arguments = As<Tuple>(exception.payload);
  auto* place = arguments == nullptr || arguments->items.size() != 2 ? nullptr : As<Tuple>(arguments->items[1]);
  if (place == nullptr || place->items.size() < std::size(kParts)) return Value::None();
  return place->items[static_cast<size_t>(part - std::begin(kParts))];
}

}  // namespace

Value TracebackOf(Machine& machine, Value exception) {
  auto* instance = As<Instance>(exception);
  if (instance == nullptr || !instance->raised_at.valid()) return Value::None();
  auto* traceback = machine.heap().New<Instance>();
  traceback->cls = machine.types().traceback;
  traceback->slots = machine.heap().NewDict();
  traceback->slots->items.SetStr(machine.heap().Intern("tb_lineno"),
                                 Value::Int(machine.program().sources().Begin(instance->raised_at).line));
  traceback->slots->items.SetStr(machine.heap().Intern("tb_next"), Value::None());
  return Value::Of(traceback);
}

Value ExceptionAttribute(Machine& machine, const Instance& exception, std::string_view name) {
  if (name == "args") return exception.payload;
  if (name == "__cause__") return OrNone(exception.cause);
  if (name == "__context__") return OrNone(exception.context);
  if (name == "__suppress_context__") return Value::Bool(exception.suppresses_context);
  if (name == "__traceback__") return TracebackOf(machine, Value::Of(const_cast<Instance*>(&exception)));
  if (name == "code" && machine.IsSubclass(exception.cls, machine.types().system_exit)) return ExitCode(exception);
  if (exception.slots != nullptr) {
    if (const Value* kept = exception.slots->items.FindStr(machine.heap().Intern(name))) return *kept;
  }
  for (const NamedArgument& named : kNamedArguments) {
    if (named.name != name || !machine.IsSubclass(exception.cls, machine.types().*named.type)) continue;
    auto* arguments = As<Tuple>(exception.payload);
    bool enough = arguments != nullptr && arguments->items.size() >= named.fewest;
    return enough ? arguments->items[named.index] : Value::None();
  }
  if (machine.IsSubclass(exception.cls, machine.types().syntax_error)) {
    if (Value part = SyntaxErrorPart(exception, name); part.defined()) return part;
  }
  bool of_import = name == "name" || name == "path";
  if (of_import && machine.IsSubclass(exception.cls, machine.types().import_error)) return Value::None();
  return Value();
}

Result SetExceptionAttribute(Machine& machine, Instance& exception, std::string_view name, Value value) {
  machine.heap().WillWrite(&exception);
  if (name == "__context__") return SetLink(machine, exception.context, value, "context");
  if (name == "__cause__") {
    exception.suppresses_context = true;
    return SetLink(machine, exception.cause, value, "cause");
  }
  if (name == "__suppress_context__") {
    exception.suppresses_context = machine.TruthOf(value) == Truth::kTrue;
    return Value::None();
  }
  if (name == "__traceback__") return Value::None();
  if (name != "args") return Value();
  if (value.is_unknown()) return Value::None();
  std::vector<Value> items;
  if (!machine.Collect(value, items)) return Result::Raised();
  exception.payload = machine.heap().NewTuple(std::move(items));
  return Value::None();
}

namespace {

struct NumberedError {
  int64_t number;
  Class* Types::*type;
};

constexpr NumberedError kNumberedErrors[] = {
    {1, &Types::permission_error},           {2, &Types::file_not_found_error}, {3, &Types::process_lookup_error},
    {4, &Types::interrupted_error},          {10, &Types::child_process_error}, {11, &Types::blocking_io_error},
    {13, &Types::permission_error},          {17, &Types::file_exists_error},   {20, &Types::not_a_directory_error},
    {21, &Types::is_a_directory_error},      {32, &Types::broken_pipe_error},   {103, &Types::connection_aborted_error},
    {104, &Types::connection_reset_error},   {108, &Types::broken_pipe_error},  {110, &Types::timeout_error},
    {111, &Types::connection_refused_error}, {114, &Types::blocking_io_error},  {115, &Types::blocking_io_error},
};

}  // namespace

void FillOsError(Machine& machine, Instance& exception, const Tuple& arguments) {
  std::vector<Value> items = arguments.Copy();
  if (exception.cls == machine.types().os_error && items.size() >= 2 && items.size() <= 5 && items[0].is_int()) {
    for (const NumberedError& numbered : kNumberedErrors) {
      if (numbered.number == items[0].as_int()) exception.cls = machine.types().*numbered.type;
    }
  }
  if (items.size() > 2 && items.size() <= 5) {
    exception.slots = machine.heap().NewDict();
    exception.slots->items.SetStr(machine.heap().Intern("filename"), items[2]);
    items.resize(2);
  }
  exception.payload = machine.heap().NewTuple(std::move(items));
}

}  // namespace tfscope
