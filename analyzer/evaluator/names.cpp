// Instructions on names: locals, cells, namespaces, globals.
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/star_imports.h"

namespace tfscope {

namespace {

constexpr size_t kNamespaceOfClass = 4;  ///< in what a class body's frame saved, see BuildClass

uint32_t CellCount(const Code& code) { return static_cast<uint32_t>(code.cell_variables.size()); }

Str* CellName(const Code& code, uint32_t index) {
  return index < CellCount(code) ? code.cell_variables[index] : code.free_variables[index - CellCount(code)];
}

}  // namespace

Machine::Step Machine::DispatchNames(Frame& frame, Instruction instruction) {
  Code& code = *frame.code;
  uint32_t arg = instruction.arg;
  switch (instruction.opcode) {
    case Opcode::kLoadFast:
      return Fail(Raise(types_.unbound_local_error,
                        fmt::format("local variable '{}' referenced before assignment", code.locals[arg]->text)));
    case Opcode::kDeleteFast:
      if (!frame.locals[arg].defined()) return DispatchNames(frame, {.opcode = Opcode::kLoadFast, .arg = arg});
      frame.locals[arg] = Value();
      return Step::kNext;
    case Opcode::kLoadDeref:
    case Opcode::kLoadClassDeref: {
      if (instruction.opcode == Opcode::kLoadClassDeref) {
        if (Value* own = frame.names == nullptr ? nullptr : frame.names->items.FindStr(code.names[instruction.extra])) {
          return Push(*own);
        }
      }
      Value value = frame.cells[arg]->value;
      if (value.defined()) return Push(value);
      bool is_free = arg >= CellCount(code);
      return Fail(
          Raise(is_free ? types_.name_error : types_.unbound_local_error,
                is_free ? fmt::format("free variable '{}' referenced before assignment in enclosing scope",
                                      CellName(code, arg)->text)
                        : fmt::format("local variable '{}' referenced before assignment", CellName(code, arg)->text)));
    }
    case Opcode::kStoreDeref:
    case Opcode::kDeleteDeref: {
      Cell* cell = frame.cells[arg];
      heap_.WillWrite(cell);
      cell->value = instruction.opcode == Opcode::kStoreDeref ? Pop(frame) : Value();
      return Step::kNext;
    }
    case Opcode::kLoadCell:
      frame.stack.push_back(Value::Of(frame.cells[arg]));
      return Step::kNext;
    case Opcode::kLoadName:
      return LoadName(frame, code.names[arg], true);
    case Opcode::kLoadGlobal:
      return LoadName(frame, code.names[arg], false);
    case Opcode::kStoreName:
      return StoreName(frame, code.names[arg], Pop(frame));
    case Opcode::kDeleteName:
      return DeleteName(frame, code.names[arg]);
    case Opcode::kStoreGlobal:
      heap_.WillWrite(frame.globals->dict);
      frame.globals->attributes().SetStr(code.names[arg], Pop(frame));
      return Step::kNext;
    case Opcode::kDeleteGlobal:
      heap_.WillWrite(frame.globals->dict);
      if (frame.globals->attributes().EraseStr(code.names[arg])) return Step::kNext;
      return Fail(Raise(types_.name_error, fmt::format("name '{}' is not defined", code.names[arg]->text)));
    default:
      return Step::kHalt;
  }
}

Machine::Step Machine::LoadName(Frame& frame, Str* name, bool namespace_first) {
  Value* found = nullptr;
  Dict* owner = nullptr;
  // A function has such names only from an exec statement of Python 2.
  if (frame.names != nullptr && (namespace_first || (frame.code->flags & kIsFunction) != 0)) {
    owner = frame.names;
    found = owner->items.FindStr(name);
  }
  if (found == nullptr) {
    owner = frame.globals->dict;
    found = owner->items.FindStr(name);
  }
  if (found == nullptr && frame.code->tree->python2() && !name->text.starts_with("_")) {
    if (const Value* builtin = Python2Builtin(name)) return Push(*builtin);
  }
  if (found == nullptr) {
    owner = builtins_->dict;
    found = owner->items.FindStr(name);
  }
  if (found == nullptr && name->text == "__builtins__") return Push(Value::Of(builtins_));
  if (found == nullptr) {
    if (std::optional<Result> star = StarAttribute(*this, frame.globals, name)) return Push(*star);
    const bool says_global = frame.code->tree->python2() && (frame.code->flags & kIsFunction) != 0;
    std::string_view kind = says_global ? "global name" : "name";
    return Fail(Raise(types_.name_error, fmt::format("{} '{}' is not defined", kind, name->text)));
  }
  if (auto* lazy = As<LazyImport>(*found)) {
    Value value;
    Step step = ResolveLazy(lazy, &value);
    if (step != Step::kNext) return step;
    heap_.WillWrite(owner);
    owner->items.SetStr(name, value);
    frame.stack.push_back(value);
    return Step::kNext;
  }
  frame.stack.push_back(*found);
  return Step::kNext;
}

Machine::Step Machine::StoreName(Frame& frame, Str* name, Value value) {
  // A namespace that `__prepare__` gave may say itself how names are kept.
  if (frame.on_return == OnReturn::kClassBody && As<Instance>(frame.saved[kNamespaceOfClass]) != nullptr) {
    Value names = frame.saved[kNamespaceOfClass];
    const Value* method = LookUpInClass(TypeOf(names), heap_.Intern("__setitem__"));
    if (method != nullptr && As<Function>(*method) != nullptr) {
      Value arguments[] = {names, Value::Of(name), value};
      return StartCall(*method, arguments, {}, {OnReturn::kDiscard, 0, {}});
    }
  }
  heap_.WillWrite(frame.names);
  frame.names->items.SetStr(name, value);
  return Step::kNext;
}

Machine::Step Machine::DeleteName(Frame& frame, Str* name) {
  heap_.WillWrite(frame.names);
  if (frame.names->items.EraseStr(name)) return Step::kNext;
  return Fail(Raise(types_.name_error, fmt::format("name '{}' is not defined", name->text)));
}

}  // namespace tfscope
