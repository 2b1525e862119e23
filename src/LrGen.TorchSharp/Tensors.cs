using System;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace LrGen;

/// <summary>The memory of tensors, where an optimizer can work with it.</summary>
internal static class Tensors
{
    /// <summary>The type of a tensor's elements, if its memory can be used.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="role">What of it the tensor is.</param>
    /// <param name="tensor">The tensor.</param>
    public static ScalarType TypeOf(string name, string role, Tensor tensor) => WrongWith(tensor) is { } wrong
        ? throw new ArgumentException($"The {role} '{name}' {wrong}", role)
        : tensor.dtype;

    public static Span<byte> Bytes<T>(string name, string role, Tensor tensor, int length)
    {
        if (WrongWith(tensor) is { } wrong)
            throw new InvalidOperationException($"The {role} '{name}' {wrong}");
        var bytes = tensor.bytes;
        if (bytes.Length != (long)length * Unsafe.SizeOf<T>() || tensor.ElementSize != Unsafe.SizeOf<T>())
        {
            throw new InvalidOperationException(
                $"The {role} '{name}' has {tensor.NumberOfElements:N0} elements of type {tensor.dtype}; the optimizer has {length:N0} of type {typeof(T).Name}.");
        }

        return bytes;
    }

    private static string? WrongWith(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
        {
            return $"is on {tensor.device}; generated optimizers update memory of the CPU. Move the module with model.cpu(), "
                + "or take an optimizer of torch.optim and optimizer.Follow<…>().";
        }

        if (tensor.is_sparse)
            return "is sparse; generated optimizers update dense tensors. Take an optimizer of torch.optim and optimizer.Follow<…>().";
        if (!tensor.is_contiguous())
            return "is not contiguous; make it so with tensor.contiguous() before the module is trained.";
        if (tensor.dtype is not (ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16))
            return $"is of type {tensor.dtype}; generated optimizers update Float32, Float64 and Float16. Convert the module with model.to(ScalarType.Float32).";
        return tensor.NumberOfElements == 0 ? "has no elements." : null;
    }
}
