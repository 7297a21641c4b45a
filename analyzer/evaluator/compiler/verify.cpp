#include "analyzer/evaluator/compiler/verify.h"

#include <fmt/format.h>

#include "analyzer/evaluator/compiler/stack_effect.h"
#include "analyzer/evaluator/object.h"

namespace tfscope {

namespace {

class Verifier {
 public:
  explicit Verifier(const Code& code) : code_(code), depths_(code.instructions.size(), kUnseen) {}

  std::string Run() {
    if (code_.nodes.size() != code_.instructions.size()) return "nodes and instructions differ in number";
    Reach(0, 0, 0);
    while (error_.empty() && !work_.empty()) {
      uint32_t position = work_.back();
      work_.pop_back();
      Check(position);
    }
    for (uint32_t i = 0; error_.empty() && i < depths_.size(); ++i) {
      if (depths_[i] == kUnseen) Fail(i, "cannot be reached");
    }
    return error_;
  }

 private:
  static constexpr uint32_t kUnseen = UINT32_MAX;

  void Fail(uint32_t position, std::string_view what) {
    if (!error_.empty()) return;
    const char* name =
        position < code_.instructions.size() ? OpcodeName(code_.instructions[position].opcode) : "end of code";
    error_ = fmt::format("{} at {}: {}", name, position, what);
  }

  void Reach(uint32_t from, uint32_t position, uint32_t depth) {
    if (position >= depths_.size()) return Fail(from, "leaves the code");
    if (depth > code_.stack_size) return Fail(from, "exceeds the stack size");
    if (depths_[position] == kUnseen) {
      depths_[position] = depth;
      work_.push_back(position);
    } else if (depths_[position] != depth) {
      Fail(position, fmt::format("reached with depths {} and {}", depths_[position], depth));
    }
  }

  void Check(uint32_t position) {
    Instruction instruction = code_.instructions[position];
    uint32_t depth = depths_[position];
    CheckOperand(position, instruction);
    for (const ExceptionRange& range : code_.exceptions) {
      if (position < range.begin || position >= range.end) continue;
      if (depth < range.depth) Fail(position, "less deep than its exception range");
      Reach(position, range.handler, range.depth + 1);
      break;
    }
    StackEffect effect = EffectOf(instruction);
    if (depth < effect.pops) return Fail(position, "too few operands");
    if (!EndsFlow(instruction.opcode)) Reach(position, position + 1, depth - effect.pops + effect.pushes);
    if (!IsJump(instruction.opcode)) return;
    StackEffect jump = JumpEffectOf(instruction);
    Reach(position, instruction.arg, depth - jump.pops + jump.pushes);
    if (!IsBranch(instruction.opcode)) return;
    bool has_join = false;
    for (const auto& [branch, join] : code_.joins) has_join = has_join || branch == position;
    if (!has_join) Fail(position, "has no join");
  }

  void CheckOperand(uint32_t position, Instruction instruction) {
    size_t limit = OperandLimit(instruction);
    if (instruction.arg >= limit) Fail(position, "operand out of range");
    bool named_class_cell = instruction.opcode == Opcode::kLoadClassDeref;
    if (named_class_cell && instruction.extra >= code_.names.size()) Fail(position, "name out of range");
    bool keywords = instruction.opcode == Opcode::kCall || instruction.opcode == Opcode::kBuildClass;
    if (!keywords || instruction.extra == 0 || instruction.extra == kDecorates) return;
    if (instruction.extra > code_.keyword_names.size()) return Fail(position, "keyword names out of range");
    if (code_.keyword_names[instruction.extra - 1u].size() > instruction.arg) Fail(position, "too many keywords");
  }

  size_t OperandLimit(Instruction instruction) const {
    switch (instruction.opcode) {
      case Opcode::kLoadConst:
        return code_.constants.size();
      case Opcode::kLoadFast:
      case Opcode::kStoreFast:
      case Opcode::kDeleteFast:
        return code_.locals.size();
      case Opcode::kLoadDeref:
      case Opcode::kStoreDeref:
      case Opcode::kDeleteDeref:
      case Opcode::kLoadCell:
      case Opcode::kLoadClassDeref:
        return code_.cell_variables.size() + code_.free_variables.size();
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
      case Opcode::kImportName:
      case Opcode::kImportFrom:
        return code_.names.size();
      default:
        return SIZE_MAX;
    }
  }

  const Code& code_;
  std::vector<uint32_t> depths_;
  std::vector<uint32_t> work_;
  std::string error_;
};

}  // namespace

tl::expected<void, std::string> VerifyCode(const Code& code) {
  std::string error = Verifier(code).Run();
  if (!error.empty()) return tl::unexpected(fmt::format("{}: {}", code.qualified_name->text, error));
  return {};
}

}  // namespace tfscope
