#include "analyzer/evaluator/dropped_generators.h"

#include <algorithm>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/frame.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/object.h"

namespace tfscope {
namespace {

Generator* WaitingGenerator(Value value) {
  auto* generator = As<Generator>(value);
  if (generator == nullptr || generator->frame == nullptr || generator->running) return nullptr;
  return generator->frame->next == 0 ? nullptr : generator;
}

struct Loop {
  uint32_t head = 0;
  uint32_t end = 0;
};

bool Contains(const Loop& loop, uint32_t instruction) { return loop.head <= instruction && instruction < loop.end; }

uint32_t Current(const Frame& frame) { return frame.next == 0 ? 0 : frame.next - 1; }

/// The `for` loops around an instruction, the outer ones first.
std::vector<Loop> LoopsAround(const Code& code, uint32_t instruction) {
  std::vector<Loop> loops;
  for (uint32_t head = 0; head <= instruction && head < code.instructions.size(); ++head) {
    if (code.instructions[head].opcode != Opcode::kForIterate) continue;
    if (const Loop loop{head, code.instructions[head].arg}; Contains(loop, instruction)) loops.push_back(loop);
  }
  return loops;
}

/// Does the loop iterate over the result of a call, which has no name then?
bool IteratesOverCall(const Code& code, const Loop& loop) {
  if (loop.head < 2 || code.instructions[loop.head - 1].opcode != Opcode::kGetIterator) return false;
  const Opcode made = code.instructions[loop.head - 2].opcode;
  return made == Opcode::kCall || made == Opcode::kCallEx;
}

/// Does a variable that the frame sees hold the generator? `iter(generator)` is a call that gives the same object.
bool IsNamed(const Frame& frame, const Generator* generator) {
  const auto is_it = [generator](Value value) { return As<Generator>(value) == generator; };
  if (std::ranges::any_of(frame.locals, is_it)) return true;
  if (std::ranges::any_of(frame.cells, [&](const Cell* cell) { return cell != nullptr && is_it(cell->value); })) {
    return true;
  }
  const OrderedMap& globals = frame.globals->attributes();
  for (size_t slot = 0; slot < globals.slots(); ++slot) {
    if (globals.slot(slot).key.defined() && is_it(globals.slot(slot).value)) return true;
  }
  return false;
}

}  // namespace

bool HoldsWaitingGenerator(const Frame& frame, size_t depth) {
  const auto first = frame.stack.begin() + static_cast<std::ptrdiff_t>(std::min(depth, frame.stack.size()));
  return std::any_of(first, frame.stack.end(), [](Value value) { return WaitingGenerator(value) != nullptr; });
}

void CloseDroppedGenerators(Machine& machine, const Frame& frame, size_t depth, std::optional<uint32_t> target) {
  std::vector<Loop> loops = LoopsAround(*frame.code, Current(frame));
  if (target) std::erase_if(loops, [&](const Loop& loop) { return Contains(loop, *target); });
  // The iterators lie in the order of their loops, below operands.
  std::vector<Generator*> dropped;
  size_t next = 0;
  for (size_t slot = depth; slot < frame.stack.size() && next < loops.size(); ++slot) {
    const Value value = frame.stack[slot];
    if (As<Generator>(value) == nullptr && As<Iterator>(value) == nullptr) continue;
    const Loop& loop = loops[next++];
    Generator* generator = WaitingGenerator(value);
    if (generator == nullptr || !IteratesOverCall(*frame.code, loop) || IsNamed(frame, generator)) continue;
    dropped.push_back(generator);
  }
  for (auto generator = dropped.rbegin(); generator != dropped.rend(); ++generator) {
    if (machine.CallMethod(Value::Of(*generator), "close").raised()) machine.TakePending();
  }
}

void CloseBrokenLoop(Machine& machine, const Frame& frame) {
  const size_t depth = frame.stack.size() - 1;
  const std::vector<Instruction>& instructions = frame.code->instructions;
  if (!HoldsWaitingGenerator(frame, depth) || frame.next >= instructions.size()) return;
  const Instruction& following = instructions[frame.next];
  const std::vector<Loop> loops = LoopsAround(*frame.code, Current(frame));
  if (loops.empty() || following.opcode != Opcode::kJump || following.arg < loops.back().end) return;
  CloseDroppedGenerators(machine, frame, depth, following.arg);
}

}  // namespace tfscope
