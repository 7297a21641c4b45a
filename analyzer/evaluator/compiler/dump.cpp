// Code as readable text.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "analyzer/evaluator/compiler/compiler.h"
#include "analyzer/evaluator/compiler/stack_effect.h"
#include "analyzer/evaluator/object.h"

namespace tfscope {

namespace {

std::string QuotedText(std::string_view text) {
  constexpr size_t kShown = 60;
  std::string result = "'";
  for (char c : text.substr(0, kShown)) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\'' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < ' ') {
      result += fmt::format("\\x{:02x}", c);
    } else {
      result += c;
    }
  }
  return result + (text.size() > kShown ? "...'" : "'");
}

std::string ConstantText(Value value);

std::string TupleText(const Tuple& tuple) {
  constexpr size_t kShown = 8;
  std::string result = "(";
  for (size_t i = 0; i < tuple.items.size() && i < kShown; ++i) {
    if (i > 0) result += ", ";
    result += ConstantText(tuple.items[i]);
  }
  if (tuple.items.size() > kShown) result += ", ...";
  return result + (tuple.items.size() == 1 ? ",)" : ")");
}

std::string ObjectText(Value value) {
  if (auto* text = As<Str>(value)) return QuotedText(text->text);
  if (auto* bytes = As<Bytes>(value)) return "b" + QuotedText(bytes->data);
  if (auto* tuple = As<Tuple>(value)) return TupleText(*tuple);
  if (auto* code = As<CodeObject>(value)) return fmt::format("<code {}>", code->code->qualified_name->text);
  if (auto* number = As<Complex>(value)) return fmt::format("{}j", number->imaginary);
  return As<BigInt>(value) != nullptr ? "<big int>" : "<object>";
}

std::string ConstantText(Value value) {
  switch (value.tag()) {
    case Value::Tag::kNone:
      return "None";
    case Value::Tag::kEllipsis:
      return "Ellipsis";
    case Value::Tag::kBool:
      return value.as_bool() ? "True" : "False";
    case Value::Tag::kInt:
      return fmt::format("{}", value.as_int());
    case Value::Tag::kFloat:
      return fmt::format("{:#}", value.as_float());
    case Value::Tag::kObject:
      return ObjectText(value);
    default:
      return "<unknown>";
  }
}

const char* OperatorText(Instruction instruction) {
  static constexpr const char* kUnaryTexts[] = {"not", "-", "+", "~"};
  static constexpr const char* kBinaryTexts[] = {"+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//"};
  static constexpr const char* kCompareTexts[] = {"==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"};
  switch (instruction.opcode) {
    case Opcode::kUnary:
      return kUnaryTexts[instruction.arg];
    case Opcode::kCompare:
      return kCompareTexts[instruction.arg];
    default:
      return kBinaryTexts[instruction.arg];
  }
}

class CodeDumper {
 public:
  CodeDumper(const Code& code, const SourceManager& sources) : code_(code), sources_(sources) {}

  std::string Run() {
    Line("code {} line {} stack {}{}", code_.qualified_name->text, LineOf(code_.node), code_.stack_size, Flags());
    Names("locals", code_.locals);
    Names("cells", code_.cell_variables);
    Names("free", code_.free_variables);
    if (code_.docstring != nullptr) Line("  doc {}", QuotedText(code_.docstring->text));
    for (uint32_t i = 0; i < code_.instructions.size(); ++i) {
      std::string operand = Operand(i);
      Line("{:5} {:5}  {}{}{}", i, LineOf(code_.nodes[i]), OpcodeName(code_.instructions[i].opcode),
           operand.empty() ? "" : " ", operand);
    }
    for (const ExceptionRange& range : code_.exceptions) {
      Line("  exceptions {}..{} -> {} depth {}", range.begin, range.end, range.handler, range.depth);
    }
    return std::move(out_);
  }

 private:
  template <typename... Parts>
  void Line(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
    out_ += '\n';
  }

  uint32_t LineOf(NodeId node) const { return sources_.Begin(code_.tree->SpanOf(node)).line; }

  std::string Flags() const {
    static constexpr std::pair<uint32_t, const char*> kNames[] = {
        {kIsGenerator, "generator"}, {kIsCoroutine, "coroutine"},  {kHasVarArgs, "varargs"},
        {kHasKeywords, "keywords"},  {kUsesSuper, "uses-super"},   {kClassicDivision, "classic-division"},
        {kIsFunction, "function"},   {kIsClassBody, "class-body"}, {kIsComprehension, "comprehension"},
        {kIsModule, "module"}};
    std::string result;
    for (auto [flag, name] : kNames) {
      if ((code_.flags & flag) != 0) result += fmt::format(" {}", name);
    }
    if (code_.argument_count > 0) result += fmt::format(" arguments {}", code_.argument_count);
    if (code_.positional_only_count > 0) result += fmt::format(" positional-only {}", code_.positional_only_count);
    if (code_.keyword_only_count > 0) result += fmt::format(" keyword-only {}", code_.keyword_only_count);
    return result;
  }

  void Names(std::string_view title, const std::vector<Str*>& names) {
    if (!names.empty()) Line("  {}: {}", title, Joined(names));
  }

  static std::string Joined(const std::vector<Str*>& names) {
    std::string result;
    for (const Str* name : names) result += fmt::format("{}{}", result.empty() ? "" : " ", name->text);
    return result;
  }

  std::string_view CellName(uint32_t index) const {
    size_t cells = code_.cell_variables.size();
    return (index < cells ? code_.cell_variables[index] : code_.free_variables[index - cells])->text;
  }

  std::string Operand(uint32_t position) const;
  std::string NameOperand(Instruction instruction) const;
  std::string CountOperand(Instruction instruction) const;

  const Code& code_;
  const SourceManager& sources_;
  std::string out_;
};

std::string CodeDumper::Operand(uint32_t position) const {
  Instruction instruction = code_.instructions[position];
  if (IsBranch(instruction.opcode)) return fmt::format("{} join {}", instruction.arg, code_.JoinOf(position));
  if (IsJump(instruction.opcode)) return fmt::format("{}", instruction.arg);
  switch (instruction.opcode) {
    case Opcode::kLoadConst:
      return ConstantText(code_.constants[instruction.arg]);
    case Opcode::kUnary:
    case Opcode::kBinary:
    case Opcode::kInPlace:
    case Opcode::kCompare:
      return OperatorText(instruction);
    default: {
      std::string name = NameOperand(instruction);
      return name.empty() ? CountOperand(instruction) : name;
    }
  }
}

std::string CodeDumper::NameOperand(Instruction instruction) const {
  switch (instruction.opcode) {
    case Opcode::kLoadFast:
    case Opcode::kStoreFast:
    case Opcode::kDeleteFast:
      return std::string(code_.locals[instruction.arg]->text);
    case Opcode::kLoadDeref:
    case Opcode::kStoreDeref:
    case Opcode::kDeleteDeref:
    case Opcode::kLoadCell:
    case Opcode::kLoadClassDeref:
      return std::string(CellName(instruction.arg));
    case Opcode::kLoadName:
    case Opcode::kStoreName:
    case Opcode::kDeleteName:
    case Opcode::kLoadGlobal:
    case Opcode::kStoreGlobal:
    case Opcode::kDeleteGlobal:
    case Opcode::kLoadAttribute:
    case Opcode::kLoadMethod:
    case Opcode::kStoreAttribute:
    case Opcode::kDeleteAttribute:
    case Opcode::kImportFrom:
      return std::string(code_.names[instruction.arg]->text);
    case Opcode::kImportName:
      return fmt::format("'{}' level {}", code_.names[instruction.arg]->text, instruction.extra);
    default:
      return {};
  }
}

std::string CodeDumper::CountOperand(Instruction instruction) const {
  switch (instruction.opcode) {
    case Opcode::kCall:
    case Opcode::kBuildClass: {
      std::string result = fmt::format("{}", instruction.arg);
      if (instruction.extra == kDecorates) return result + " (decorator)";
      if (instruction.extra != 0) result += fmt::format(" ({})", Joined(code_.keyword_names[instruction.extra - 1u]));
      return result;
    }
    case Opcode::kUnpackStar:
    case Opcode::kPrint:
    case Opcode::kMatchLength:
      return fmt::format("{} {}", instruction.arg, instruction.extra);
    default: {
      // Instructions without operand have 0; where 0 means something it is shown.
      bool counts = instruction.opcode >= Opcode::kBuildTuple && instruction.opcode <= Opcode::kBuildString;
      bool shown = counts || instruction.arg != 0 || instruction.opcode == Opcode::kRaise ||
                   instruction.opcode == Opcode::kCallEx || instruction.opcode == Opcode::kUnpackSequence;
      return shown ? fmt::format("{}", instruction.arg) : std::string();
    }
  }
}

}  // namespace

std::string DumpCode(CodeStore& store, Code* code, const SourceManager& sources) {
  std::vector<Code*> all = {code};
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) {
    store.EnsureCompiled(all[i]);
    if (i > 0) out += '\n';
    out += CodeDumper(*all[i], sources).Run();
    for (Value constant : all[i]->constants) {
      if (auto* inner = As<CodeObject>(constant)) all.push_back(inner->code);
    }
  }
  return out;
}

}  // namespace tfscope
