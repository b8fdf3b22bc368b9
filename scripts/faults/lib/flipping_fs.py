"""A file system that keeps everything in another folder and damages copies: in the first block that is written to a file
which ends with .part, one bit is turned. It stops when a file called `honest` appears in the folder behind it.

Usage: flipping_fs.py BEHIND MOUNT. Needs python3-fusepy."""

import errno
import os
import random
import sys

from fusepy import FUSE, FuseOSError, Operations

STAT = ('st_atime', 'st_ctime', 'st_gid', 'st_mode', 'st_mtime', 'st_nlink', 'st_size', 'st_uid', 'st_ino')


class Flipping(Operations):
    def __init__(self, behind):
        self.behind = behind
        self.flipped = set()
        self.random = random.Random(1)

    def real(self, path):
        return self.behind + path

    def getattr(self, path, fh=None):
        try:
            stats = os.lstat(self.real(path))
        except OSError as error:
            raise FuseOSError(error.errno)
        return {key: getattr(stats, key) for key in STAT}

    def readdir(self, path, fh):
        return ['.', '..'] + os.listdir(self.real(path))

    def mkdir(self, path, mode):
        os.mkdir(self.real(path), mode)

    def rmdir(self, path):
        os.rmdir(self.real(path))

    def unlink(self, path):
        os.unlink(self.real(path))

    def link(self, target, source):
        if os.path.lexists(self.real(target)):
            raise FuseOSError(errno.EEXIST)
        os.link(self.real(source), self.real(target))

    def rename(self, old, new):
        os.rename(self.real(old), self.real(new))

    def chmod(self, path, mode):
        os.chmod(self.real(path), mode)

    def chown(self, path, uid, gid):
        os.chown(self.real(path), uid, gid)

    def utimens(self, path, times=None):
        os.utime(self.real(path), times)

    def truncate(self, path, length, fh=None):
        os.truncate(self.real(path), length)

    def open(self, path, flags):
        return os.open(self.real(path), flags & ~os.O_EXCL)

    def create(self, path, mode, fi=None):
        return os.open(self.real(path), os.O_RDWR | os.O_CREAT, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        if path.endswith('.part') and path not in self.flipped and not os.path.exists(self.real('/honest')):
            self.flipped.add(path)
            damaged = bytearray(data)
            damaged[self.random.randrange(len(damaged))] ^= 1 << self.random.randrange(8)
            data = bytes(damaged)
        return os.pwrite(fh, data, offset)

    def fsync(self, path, datasync, fh):
        os.fsync(fh)

    def release(self, path, fh):
        os.close(fh)

    def statfs(self, path):
        stats = os.statvfs(self.behind)
        return {key: getattr(stats, key) for key in ('f_bavail', 'f_bfree', 'f_blocks', 'f_bsize', 'f_favail', 'f_ffree', 'f_files', 'f_frsize', 'f_namemax')}


if __name__ == '__main__':
    # Without the kernel's cache: what is read back is what lies behind, not what was written a moment ago.
    FUSE(Flipping(sys.argv[1]), sys.argv[2], foreground=True, direct_io=True, nothreads=True, use_ino=False)
