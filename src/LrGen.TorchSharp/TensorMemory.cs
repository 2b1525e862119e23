using System;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace LrGen;

/// <summary>The memory of a tensor, as far as an update needs it: the address is set anew before each.</summary>
internal sealed unsafe class TensorMemory<T>(int length) : MemoryManager<T>
    where T : unmanaged
{
    private void* _address;

    public void Point(Span<byte> bytes) => _address = Unsafe.AsPointer(ref bytes[0]);

    public override Span<T> GetSpan() => new(_address, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)_address + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
