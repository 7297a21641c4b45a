#include "analyzer/evaluator/native_call_errors.h"

#include <algorithm>

#include "analyzer/evaluator/protocols.h"

namespace tfscope {

namespace {

template <size_t size>
constexpr bool Contains(const std::string_view (&names)[size], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Functions that parse keywords; all others refuse any.
constexpr std::string_view kWithKeywords[] = {
    "split",   "rsplit", "splitlines", "expandtabs", "encode",     "decode",   "sort",      "round",
    "open",    "print",  "to_bytes",   "from_bytes", "int",        "str",      "bytes",     "bytearray",
    "complex", "max",    "min",        "enumerate",  "__import__", "property", "translate", "compile",
};

/// Functions whose arguments are unpacked and not parsed: "pow expected at least 2 arguments, got 1".
constexpr std::string_view kUnpacking[] = {
    "isinstance", "issubclass", "getattr",  "hasattr",      "setattr",     "delattr", "pow",        "sum",
    "iter",       "next",       "divmod",   "vars",         "dir",         "eval",    "exec",       "input",
    "filter",     "range",      "slice",    "float",        "bool",        "list",    "tuple",      "dict",
    "set",        "frozenset",  "strip",    "lstrip",       "rstrip",      "get",     "setdefault", "fromkeys",
    "update",     "sorted",     "reversed", "staticmethod", "classmethod", "throw",
};

/// Special methods that are ordinary methods in C: they name themselves.
constexpr std::string_view kNamedSpecials[] = {"__format__", "__trunc__",      "__reversed__",
                                               "__import__", "__subclasses__", "__init_subclass__"};

bool IsSpecial(std::string_view name) { return name.starts_with("__") && name.ends_with("__"); }

/// The call as CPython counts it: without `self`.
struct Call {
  std::string_view name;
  std::string_view owner;
  size_t fewest = 0;
  size_t most = 0;
  size_t given = 0;
};

Call Describe(const NativeFunction& native, const NativeSignature& signature, std::span<const Value> positional) {
  Call call{.name = native.spec->name, .owner = native.owner == nullptr ? "" : native.owner->name->text};
  bool has_self = signature.positional_count > 0 &&
                  (signature.parameters[0].name == "self" || signature.parameters[0].name == "cls");
  if (call.name == "__new__" || call.name == "__init__") call.name = call.owner;
  for (const NativeSignature::Parameter& parameter : signature.parameters) {
    if (!parameter.keyword_only && !parameter.optional) ++call.fewest;
  }
  size_t self = has_self ? 1 : 0;
  call.fewest -= std::min(call.fewest, self);
  call.most = signature.positional_count - self;
  call.given = positional.size() - std::min(positional.size(), self);
  return call;
}

std::string_view Plural(size_t count) { return count == 1 ? "" : "s"; }

/// "at least 1", "at most 2" or "2", whichever bound is broken.
std::string Bound(const Call& call) {
  std::string_view relation = call.fewest == call.most ? "" : call.given < call.fewest ? "at least " : "at most ";
  return fmt::format("{}{}", relation, call.given < call.fewest ? call.fewest : call.most);
}

Result WrongCount(Machine& machine, const Call& call, bool special) {
  bool subscripts = call.name == "__getitem__" || call.name == "__contains__";
  bool named = Contains(kNamedSpecials, call.name) || (subscripts && (call.owner == "dict" || call.owner == "set")) ||
               (call.name == "__getitem__" && call.owner == "list");
  if (special && !named) {
    bool unpacks = call.name == "__setitem__" || call.name == "__pow__";
    return machine.TypeError("{}expected {} arguments, got {}", unpacks ? " " : "", Bound(call), call.given);
  }
  if (call.most == 0) return machine.TypeError("{}() takes no arguments ({} given)", call.name, call.given);
  bool unpacking = Contains(kUnpacking, call.name) || (call.name == "pop" && call.owner == "dict");
  if (unpacking) {
    // `range` says so as if it took one argument exactly.
    std::string bound = call.name == "range" && call.given == 0 ? "1" : Bound(call);
    return machine.TypeError("{} expected {} arguments, got {}", call.name, bound, call.given);
  }
  if (call.most == 1 && call.fewest == 1) {
    return machine.TypeError("{}() takes exactly one argument ({} given)", call.name, call.given);
  }
  size_t bound = call.given < call.fewest ? call.fewest : call.most;
  std::string_view relation = call.fewest == call.most ? "exactly" : call.given < call.fewest ? "at least" : "at most";
  return machine.TypeError("{}() takes {} {} argument{} ({} given)", call.name, relation, bound, Plural(bound),
                           call.given);
}

/// Functions that parse keywords count them with the others, and name what is missing.
Result WrongParsedCall(Machine& machine, const Call& call, const NativeSignature& signature,
                       std::span<const Value> positional, std::span<const KeywordArgument> keywords) {
  size_t given = call.given + keywords.size();
  size_t self = positional.size() - call.given;
  bool open = signature.varargs_position >= 0;
  if (call.most == 0 && call.given > 0 && !open) {
    return machine.TypeError("{}() takes no positional arguments", call.name);
  }
  size_t all = signature.parameters.size() - self;
  if (given > all && !open) {
    std::string_view kind = call.given == 0 ? "keyword " : "";
    return machine.TypeError("{}() takes at most {} {}argument{} ({} given)", call.name, all, kind, Plural(all), given);
  }
  for (size_t i = 0; i < signature.parameters.size(); ++i) {
    const NativeSignature::Parameter& parameter = signature.parameters[i];
    auto named = std::ranges::find_if(keywords, [&](const auto& k) { return k.name->text == parameter.name; });
    if (i < positional.size() && named != keywords.end() && !parameter.keyword_only) {
      return machine.TypeError("argument for {}() given by name ('{}') and position ({})", call.name, parameter.name,
                               i + 1 - self);
    }
    if (i >= positional.size() && named == keywords.end() && !parameter.optional) {
      return machine.TypeError("{}() missing required argument '{}' (pos {})", call.name, parameter.name, i + 1 - self);
    }
  }
  for (const KeywordArgument& keyword : keywords) {
    auto known = [&](const auto& parameter) { return parameter.TakesName(keyword.name->text); };
    if (std::ranges::any_of(signature.parameters, known)) continue;
    return machine.TypeError("'{}' is an invalid keyword argument for {}()", keyword.name->text, call.name);
  }
  return WrongCount(machine, call, false);
}

}  // namespace

Result WrongNativeCall(Machine& machine, const NativeFunction& native, const NativeSignature& signature,
                       std::span<const Value> positional, std::span<const KeywordArgument> keywords) {
  Call call = Describe(native, signature, positional);
  if (native.owner != nullptr && positional.empty()) {
    if (std::string_view(native.spec->name) == "__new__") {
      return machine.TypeError("{}.__new__(): not enough arguments", call.owner);
    }
    return machine.TypeError("descriptor '{}' of '{}' object needs an argument", native.spec->name, call.owner);
  }
  if (call.name == "map" && call.given < 2) return machine.TypeError("map() must have at least two arguments.");
  if (call.name == "sorted" && call.given == 1 && !keywords.empty()) call.name = "sort";
  bool parses = Contains(kWithKeywords, call.name) && !(call.name == "translate" && call.owner == "str");
  if (parses) return WrongParsedCall(machine, call, signature, positional, keywords);
  if (!keywords.empty()) return machine.TypeError("{}() takes no keyword arguments", call.name);
  return WrongCount(machine, call, IsSpecial(native.spec->name) && call.name == native.spec->name);
}

bool RefusesKeywords(Machine& machine, const NativeFunction& native, const NativeSignature& signature) {
  if (signature.has_keywords) return false;
  std::string_view name = native.spec->name;
  if (native.owner == nullptr) {
    const Value* builtin = machine.builtins()->attributes().FindStr(machine.heap().Intern(name));
    if (builtin == nullptr || As<NativeFunction>(*builtin) != &native) return false;
  } else if (name == "__new__" || name == "__init__") {
    name = native.owner->name->text;
  }
  return name != "sorted" && !Contains(kWithKeywords, name);
}

Result CheckReceiver(Machine& machine, const NativeFunction& native, std::span<const Value> positional) {
  if (native.owner == nullptr || positional.empty() || positional[0].is_unknown()) return Value::None();
  if (native.owner == machine.types().object || native.is_new) return Value::None();
  Class* type = machine.TypeOf(positional[0]);
  if (type == native.owner) return Value::None();
  if (machine.IsSubclass(type, native.owner) || type->is_opaque || !type->is_native) return Value::None();
  return machine.TypeError("descriptor '{}' requires a '{}' object but received a '{}'", native.spec->name,
                           native.owner->name->text, TypeName(machine, positional[0]));
}

}  // namespace tfscope
