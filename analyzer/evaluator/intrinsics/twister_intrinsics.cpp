// `_tfscope`: the Mersenne Twister's state of 624 words of 32 bits, begun as CPython and NumPy begin it.
#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzer/evaluator/intrinsics/intrinsics.h"

namespace tfscope {
namespace {

constexpr size_t kLength = 624;
constexpr size_t kMiddle = 397;
constexpr uint64_t kCost = 128;  // of a pass over the state, in instructions

using State = std::array<uint32_t, kLength>;

bool HasUnknown(Value value) {
  const List* list = As<List>(value);
  return list != nullptr && std::ranges::any_of(list->items, [](Value item) { return item.is_unknown(); });
}

/// The words in a list of ints; false if something else is among them.
template <typename Words>
bool ReadWords(Value value, Words& words) {
  const List* list = As<List>(value);
  if (list == nullptr || list->items.size() != words.size()) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!list->items[i].is_int()) return false;
    words[i] = static_cast<uint32_t>(list->items[i].as_int());
  }
  return true;
}

Value ListOf(Machine& machine, const State& state) {
  std::vector<Value> items;
  items.reserve(kLength);
  for (const uint32_t word : state) items.push_back(Value::Int(word));
  return machine.heap().NewList(std::move(items));
}

uint32_t Mixed(uint32_t before) { return before ^ before >> 30; }

/// Two rounds over all places, in which place 0 mirrors the last.
State Begun(const std::vector<uint32_t>& words) {
  State state;
  state[0] = 19650218;
  for (uint32_t place = 1; place < kLength; ++place) state[place] = 1812433253U * Mixed(state[place - 1]) + place;
  size_t place = 0;
  const auto go_on = [&] {
    const uint32_t before = state[place];
    place = place + 1 < kLength ? place + 1 : 1;
    return Mixed(before);
  };
  for (size_t step = 0; step < std::max(kLength, words.size()); ++step) {
    const uint32_t mixed = go_on();
    const size_t word = step % words.size();
    state[place] = (state[place] ^ mixed * 1664525U) + words[word] + static_cast<uint32_t>(word);
    state[0] = state[kLength - 1];
  }
  for (size_t step = 0; step + 1 < kLength; ++step) {
    const uint32_t mixed = go_on();
    state[place] = (state[place] ^ mixed * 1566083941U) - static_cast<uint32_t>(place);
    state[0] = state[kLength - 1];
  }
  state[0] = uint32_t{1} << 31;
  return state;
}

Result TwisterBegun(Machine& machine, NativeArguments arguments) {
  const List* list = As<List>(arguments[0]);
  if (HasUnknown(arguments[0])) return machine.Fresh(TypeHint::kAny);
  std::vector<uint32_t> words(list == nullptr ? 0 : list->items.size());
  if (words.empty() || !ReadWords(arguments[0], words)) return machine.TypeError("words must be a list of ints");
  if (!machine.Charge(kCost + words.size())) return Result::Raised();
  return ListOf(machine, Begun(words));
}

Result TwisterTwisted(Machine& machine, NativeArguments arguments) {
  if (HasUnknown(arguments[0])) return machine.Fresh(TypeHint::kAny);
  State state;
  if (!ReadWords(arguments[0], state)) return machine.TypeError("a state has 624 words");
  if (!machine.Charge(kCost)) return Result::Raised();
  constexpr uint32_t kHigh = uint32_t{1} << 31;
  for (size_t place = 0; place < kLength; ++place) {
    const uint32_t mixed = (state[place] & kHigh) | (state[(place + 1) % kLength] & ~kHigh);
    state[place] = state[(place + kMiddle) % kLength] ^ mixed >> 1 ^ (mixed & 1) * 0x9908B0DFU;
  }
  return ListOf(machine, state);
}

constexpr std::array kTwisterSpecs = {
    // The state that a list of words begins; the state in which all words were made anew.
    NativeSpec{"twister_begun", "words", TwisterBegun},
    NativeSpec{"twister_twisted", "state", TwisterTwisted},
};

}  // namespace

void InstallTwisterIntrinsics(Machine& machine, Module* module) { machine.Define(module, kTwisterSpecs); }

}  // namespace tfscope
