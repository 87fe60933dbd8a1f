using System.Net;

namespace OnRecord.Web;

/// <summary>How the board is served.</summary>
public sealed record BoardOptions
{
    /// <summary>The port that is used unless another is asked for.</summary>
    public const int UsualPort = 5840;

    /// <summary>The address to listen at; anything but loopback needs a <see cref="Token"/>.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>What a visitor must know, or null where every visitor on this machine may look.</summary>
    public string? Token { get; init; }

    /// <summary>True to show the names of private persons too.</summary>
    public bool Names { get; init; }

    /// <summary>True to take no reports in.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The folder that holds the outlines for the map.</summary>
    public required string Data { get; init; }

    /// <summary>How the record is called where people see it.</summary>
    public string Title { get; init; } = "record";

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
