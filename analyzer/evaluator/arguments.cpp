// Binding of arguments to the parameters of functions written in Python, with CPython's errors.
#include <algorithm>
#include <tuple>

#include "analyzer/evaluator/machine.h"

namespace tfscope {

namespace {

std::string Plural(size_t count) { return count == 1 ? "" : "s"; }

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
std::string QuotedList(const std::vector<Str*>& names) {
  std::string result;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    result += fmt::format("'{}'", names[i]->text);
  }
  return result;
}

size_t CountDefined(const std::vector<Value>& values, size_t count) {
  auto end = values.begin() + static_cast<std::ptrdiff_t>(count);
  return static_cast<size_t>(std::count_if(values.begin(), end, [](const Value& value) { return value.defined(); }));
}

}  // namespace

/// Python 2's wording, which only counts: `f() takes at least 2 arguments (1 given)`.
Result Machine::RaiseWrongCount(const Function& function, bool too_many, size_t given) {
  const Code& code = *function.code;
  size_t defaults = function.defaults.size();
  size_t wanted = too_many ? code.argument_count : code.argument_count - defaults;
  if (too_many && wanted == 0) return TypeError("{}() takes no arguments ({} given)", function.name->text, given);
  bool open = defaults > 0 || (!too_many && (code.flags & kHasVarArgs) != 0);
  std::string_view bound = !open ? "exactly" : too_many ? "at most" : "at least";
  return TypeError("{}() takes {} {} argument{} ({} given)", function.name->text, bound, wanted, Plural(wanted), given);
}

Result Machine::RaiseTooMany(const Function& function, size_t given, size_t keyword_only_given) {
  const Code& code = *function.code;
  size_t defaults = function.defaults.size();
  std::string takes = defaults == 0 ? fmt::format("{}", code.argument_count)
                                    : fmt::format("from {} to {}", code.argument_count - defaults, code.argument_count);
  std::string extra = keyword_only_given == 0
                          ? std::string()
                          : fmt::format(" positional argument{} (and {} keyword-only argument{})", Plural(given),
                                        keyword_only_given, Plural(keyword_only_given));
  bool plural = defaults > 0 || code.argument_count != 1;
  return TypeError("{}() takes {} positional argument{} but {}{} {} given", function.name->text, takes,
                   plural ? "s" : "", given, extra, given == 1 && keyword_only_given == 0 ? "was" : "were");
}

Result Machine::RaiseMissing(const Function& function, const std::vector<Str*>& missing, bool keyword_only) {
  return TypeError("{}() missing {} required {} argument{}: {}", function.name->text, missing.size(),
                   keyword_only ? "keyword-only" : "positional", Plural(missing.size()), QuotedList(missing));
}

/// A frame with the arguments in its locals; null if an exception is pending.
Frame* Machine::BindArguments(Function* function, std::span<const Value> positional,
                              std::span<const KeywordArgument> keywords) {
  Code& code = *function->code;
  Frame* frame = NewFrame();
  frame->code = &code;
  code.entered = true;
  frame->globals = function->globals;
  frame->function = function;
  std::vector<Value>& locals = frame->locals;
  locals.assign(code.locals.size(), Value());
  size_t taken = std::min<size_t>(positional.size(), code.argument_count);
  std::copy_n(positional.begin(), taken, locals.begin());
  size_t parameters = size_t{code.argument_count} + code.keyword_only_count;
  if ((code.flags & kHasVarArgs) != 0) {
    auto rest = positional.subspan(taken);
    locals[parameters] = heap_.NewTuple({rest.begin(), rest.end()});
  }
  if (!BindKeywords(*function, *frame, keywords)) return nullptr;
  if (positional.size() > taken && (code.flags & kHasVarArgs) == 0) {
    size_t keyword_only_given = 0;
    for (size_t i = code.argument_count; i < parameters; ++i) keyword_only_given += locals[i].defined() ? 1 : 0;
    if (InPython2()) {
      std::ignore = RaiseWrongCount(*function, true, positional.size() + keywords.size());
    } else {
      std::ignore = RaiseTooMany(*function, positional.size(), keyword_only_given);
    }
    return nullptr;
  }
  if (!BindDefaults(*function, *frame)) return nullptr;
  BindCells(*function, *frame);
  frame->stack.reserve(code.stack_size);
  return frame;
}

bool Machine::BindKeywords(const Function& function, Frame& frame, std::span<const KeywordArgument> keywords) {
  const Code& code = *function.code;
  std::vector<Value>& locals = frame.locals;
  size_t parameters = size_t{code.argument_count} + code.keyword_only_count;
  Dict* extra = nullptr;
  if ((code.flags & kHasKeywords) != 0) {
    extra = heap_.NewDict();
    locals[parameters + ((code.flags & kHasVarArgs) != 0 ? 1 : 0)] = Value::Of(extra);
  }
  if (!Charge(keywords.size() * (1 + parameters / 16))) return false;
  heap_.Charge(extra == nullptr ? 0 : keywords.size() * sizeof(OrderedMap::Entry));
  for (const KeywordArgument& keyword : keywords) {
    size_t index = code.positional_only_count;
    while (index < parameters && code.locals[index]->text != keyword.name->text) ++index;
    if (index < parameters && locals[index].defined()) {
      return Failed(TypeError("{}() got multiple values for {}argument '{}'", function.name->text,
                              InPython2() ? "keyword " : "", keyword.name->text));
    }
    if (index < parameters) {
      locals[index] = keyword.value;
    } else if (extra != nullptr) {
      extra->items.SetStr(keyword.name, keyword.value);
    } else {
      return Failed(TypeError("{}() got an unexpected keyword argument '{}'", function.name->text, keyword.name->text));
    }
  }
  return true;
}

bool Machine::BindDefaults(const Function& function, Frame& frame) {
  const Code& code = *function.code;
  std::vector<Value>& locals = frame.locals;
  std::vector<Str*> missing;
  size_t given = 0;  // defined when the first missing one is found
  size_t first_default = code.argument_count - std::min<size_t>(function.defaults.size(), code.argument_count);
  for (size_t i = 0; i < code.argument_count; ++i) {
    if (locals[i].defined()) continue;
    if (i >= first_default) {
      locals[i] = function.defaults[i - first_default];
      if (function.is_wrapped && locals[i].is_none()) locals[i] = Fresh(TypeHint::kAny);
    } else if (function.is_wrapped) {
      locals[i] = Fresh(TypeHint::kAny);
    } else {
      if (missing.empty()) given = CountDefined(locals, code.argument_count);
      missing.push_back(code.locals[i]);
    }
  }
  if (!missing.empty()) {
    return Failed(InPython2() ? RaiseWrongCount(function, false, given) : RaiseMissing(function, missing, false));
  }
  for (size_t i = code.argument_count; i < size_t{code.argument_count} + code.keyword_only_count; ++i) {
    if (locals[i].defined()) continue;
    const Value* value = function.keyword_defaults.FindStr(code.locals[i]);
    if (value != nullptr) {
      locals[i] = *value;
    } else {
      missing.push_back(code.locals[i]);
    }
  }
  if (missing.empty()) return true;
  return Failed(RaiseMissing(function, missing, true));
}

void Machine::BindCells(const Function& function, Frame& frame) {
  const Code& code = *function.code;
  frame.cells.reserve(code.cell_variables.size() + function.closure.size());
  for (size_t i = 0; i < code.cell_variables.size(); ++i) {
    auto* cell = heap_.New<Cell>();
    if (code.cell_parameters[i] != UINT32_MAX) cell->value = frame.locals[code.cell_parameters[i]];
    frame.cells.push_back(cell);
  }
  frame.cells.insert(frame.cells.end(), function.closure.begin(), function.closure.end());
}

}  // namespace tfscope
