"""Files that were uploaded by the bot and by people."""

from __future__ import annotations

import mimetypes
import struct
from pathlib import PurePosixPath

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json, StoredFile
from bot.sandbox.parameters import Parameters, Upload

DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024
PHOTO_LIMIT_BYTES = 10 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = (PNG, b"\xff\xd8\xff", b"GIF8", b"RIFF")
UNKNOWN_SIZE = (800, 600)
"""Shown for pictures other than PNG, whose headers are not read."""


class Files:
    """Keeps contents under file ids."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def store(self, upload: Upload, folder: str) -> StoredFile:
        """Keep an upload; `folder` is the first part of its download path."""
        number = len(self._by_id) + 1
        name = upload.file_name or f"file_{number}"
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        given = upload.content_type
        mime_type = guessed if given in {"", "application/octet-stream"} else given
        path = f"{folder}/file_{number}{PurePosixPath(name).suffix}"
        stored = StoredFile(
            f"SandboxFile{number}", f"Sandbox{number}", name, mime_type, upload.content, path
        )
        self._by_id[stored.id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """The file.

        Raises:
            ApiError: for an unknown id.
        """
        try:
            return self._by_id[file_id]
        except KeyError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None

    def by_path(self, path: str) -> StoredFile | None:
        """The file that a download path of getFile leads to."""
        return next((one for one in self._by_id.values() if one.path == path), None)

    def given(self, parameters: Parameters, name: str, folder: str) -> StoredFile:
        """The file of a parameter: an upload, `attach://` a part, or a known file id."""
        reference = parameters.text(name)
        part = reference.removeprefix("attach://") if reference.startswith("attach://") else name
        upload = parameters.uploads.get(part)
        if upload is None:
            if not reference:
                raise bad_request(f"there is no {name} in the request")
            return self.get(reference)
        if not upload.content:
            raise bad_request("file must be non-empty")
        return self.store(upload, folder)


def document_json(file: StoredFile) -> Json:
    """`Document` of the Bot API."""
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_name": file.name,
        "mime_type": file.mime_type,
        "file_size": len(file.content),
    }


def photo_json(file: StoredFile) -> list[Json]:
    """The sizes of a photo (one).

    Raises:
        ApiError: for something that is no picture, or one over 10 MB.
    """
    if len(file.content) > PHOTO_LIMIT_BYTES:
        raise bad_request("file is too big")
    if not file.content.startswith(PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = UNKNOWN_SIZE
    if file.content.startswith(PNG):
        width, height = struct.unpack(">II", file.content[16:24])
    size = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": len(file.content)}
    return [size | {"width": width, "height": height}]


def file_json(file: StoredFile) -> Json:
    """`File` of the Bot API, ready to download.

    Raises:
        ApiError: for a file over 20 MB.
    """
    if len(file.content) > DOWNLOAD_LIMIT_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }
