using System.Reflection;
using System.Reflection.Emit;

namespace LrGen.Generator.Tests.Harness;

/// <summary>One instruction of a method body.</summary>
internal readonly record struct Instruction(int Offset, OpCode Code, int Token);

/// <summary>Reads the instructions of a method, with the token of those that have one.</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IEnumerable<Instruction> Read(MethodBase method)
    {
        byte[] il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (int i = 0; i < il.Length;)
        {
            int offset = i;
            short value = il[i++];
            if (value == 0xFE)
                value = unchecked((short)(0xFE00 | il[i++]));
            var code = s_codes[value];
            int size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, i),
                _ => 4,
            };
            yield return new Instruction(offset, code, size == 4 ? BitConverter.ToInt32(il, i) : 0);
            i += size;
        }
    }
}
