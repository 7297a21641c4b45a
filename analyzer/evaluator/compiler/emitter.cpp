#include "analyzer/evaluator/compiler/emitter.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "analyzer/evaluator/compiler/stack_effect.h"

namespace tfscope {

void Emitter::Apply(uint32_t pops, uint32_t pushes) {
  assert(depth_ >= pops);
  depth_ = depth_ - pops + pushes;
  code_.stack_size = std::max(code_.stack_size, depth_);
}

void Emitter::Emit(Opcode opcode, NodeId node, uint32_t arg, uint32_t extra) {
  if (!reachable_) return;
  if (position() >= limit_) {
    overflow_ = true;
    reachable_ = false;
    return;
  }
  Instruction instruction{.opcode = opcode, .extra = static_cast<uint16_t>(extra), .arg = arg};
  code_.instructions.push_back(instruction);
  code_.nodes.push_back(node);
  StackEffect effect = EffectOf(instruction);
  Apply(effect.pops, effect.pushes);
  if (EndsFlow(opcode)) reachable_ = false;
}

void Emitter::Use(Label label, uint32_t depth) {
  Place& place = labels_[label];
  assert((!place.used && place.position == kUnbound) || place.depth == depth);
  place.depth = depth;
  place.used = true;
}

void Emitter::EmitJump(Opcode opcode, NodeId node, Label target) {
  if (!reachable_) return;
  uint32_t before = depth_;
  Emit(opcode, node, target);
  if (overflow_) return;
  StackEffect effect = JumpEffectOf({.opcode = opcode});
  uint32_t after = before - effect.pops + effect.pushes;
  code_.stack_size = std::max(code_.stack_size, after);
  Use(target, after);
}

void Emitter::Branch(Opcode opcode, NodeId node, Label target, Label join) {
  if (!reachable_) return;
  joins_.push_back({position(), join});
  EmitJump(opcode, node, target);
}

Label Emitter::NewLabel() {
  labels_.emplace_back();
  return static_cast<Label>(labels_.size() - 1);
}

void Emitter::Bind(Label label) {
  Place& place = labels_[label];
  place.position = position();
  if (overflow_) return;
  if (reachable_) {
    assert(!place.used || place.depth == depth_);
    place.depth = depth_;
  } else if (place.used) {
    depth_ = place.depth;
    reachable_ = true;
  }
}

Region Emitter::OpenRegion(uint32_t dropped) {
  uint32_t depth = reachable_ ? depth_ - dropped : 0;
  regions_.push_back({.handler = NewLabel(), .depth = depth, .begin = position(), .segments = {}});
  return static_cast<Region>(regions_.size() - 1);
}

void Emitter::SuspendRegion(Region region) {
  OpenSegments& segments = regions_[region];
  if (segments.begin == kUnbound) return;
  if (segments.begin < position()) segments.segments.push_back({segments.begin, position()});
  segments.begin = kUnbound;
}

void Emitter::ResumeRegion(Region region) { regions_[region].begin = position(); }

void Emitter::CloseRegion(Region region) {
  SuspendRegion(region);
  OpenSegments& closed = regions_[region];
  closed.covers_something = !closed.segments.empty();
  for (auto [begin, end] : closed.segments) code_.exceptions.push_back({begin, end, closed.handler, closed.depth});
  closed.segments.clear();
}

void Emitter::BeginHandler(Region region) {
  const OpenSegments& segments = regions_[region];
  assert(!reachable_);
  labels_[segments.handler].position = position();
  if (overflow_ || !segments.covers_something) return;
  reachable_ = true;
  depth_ = segments.depth;
  Apply(0, 1);
}

uint32_t Emitter::NameIndex(Str* name) {
  auto [found, added] = name_index_.emplace(name, static_cast<uint32_t>(code_.names.size()));
  if (added) code_.names.push_back(name);
  return found->second;
}

uint32_t Emitter::ConstantIndex(Value value) {
  ConstantKey key{.tag = static_cast<uint64_t>(value.tag()), .payload = 0};
  if (value.is_object()) {
    key.payload = reinterpret_cast<uintptr_t>(value.object());
  } else if (value.is_float()) {
    key.payload = std::bit_cast<uint64_t>(value.as_float());
  } else {
    key.payload = static_cast<uint64_t>(value.as_int());
  }
  auto [found, added] = constant_index_.emplace(key, static_cast<uint32_t>(code_.constants.size()));
  if (added) code_.constants.push_back(value);
  return found->second;
}

uint32_t Emitter::KeywordNames(std::vector<Str*> names) {
  std::vector<std::vector<Str*>>& all = code_.keyword_names;
  size_t recent = all.size() > 16 ? all.size() - 16 : 0;  // calls nearby tend to use the same keywords
  auto found = std::find(all.begin() + static_cast<ptrdiff_t>(recent), all.end(), names);
  if (found != all.end()) return static_cast<uint32_t>(found - all.begin()) + 1;
  if (all.size() >= UINT16_MAX) return 0;
  all.push_back(std::move(names));
  return static_cast<uint32_t>(all.size());
}

void Emitter::ReplaceByHole() {
  code_.instructions = {{.opcode = Opcode::kHole}, {.opcode = Opcode::kReturn}};
  code_.nodes = {code_.node, code_.node};
  code_.exceptions.clear();
  code_.joins.clear();
  code_.stack_size = 1;
}

void Emitter::Finish() {
  if (overflow_) return ReplaceByHole();
  for (Instruction& instruction : code_.instructions) {
    if (IsJump(instruction.opcode)) instruction.arg = labels_[instruction.arg].position;
  }
  for (ExceptionRange& range : code_.exceptions) range.handler = labels_[range.handler].position;
  for (auto [instruction, join] : joins_) code_.joins.push_back({instruction, labels_[join].position});
}

}  // namespace tfscope
