package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A version of the protocol.
type version struct{ major, minor byte }

func (v version) String() string { return fmt.Sprintf("%d.%d", v.major, v.minor) }

// atLeast tells whether v is major.minor or newer.
func (v version) atLeast(major, minor byte) bool {
	return v.major > major || v.major == major && v.minor >= minor
}

const boltMagic = 0x6060B017

// manifestOffer is the offer by which a client asks for the list of the server's versions.
var manifestOffer = [4]byte{0x00, 0x00, 0x01, 0xFF}

// A versionRange is minor-back to minor of one major version, as both sides write them:
// 00, back, minor, major.
type versionRange struct{ back, minor, major byte }

// supported lists what this server speaks, the preferred first. 5.5 is missing: it was never
// released, and the JavaScript driver refuses it.
var supported = []versionRange{{2, 8, 5}, {4, 4, 5}, {0, 4, 4}}

// choose gives the newest version of a range that the server speaks.
func (r versionRange) choose() (version, bool) {
	for _, s := range supported {
		if s.major != r.major {
			continue
		}
		newest := min(s.minor, r.minor)
		oldest := max(int(s.minor)-int(s.back), int(r.minor)-int(r.back))
		if int(newest) >= oldest {
			return version{r.major, newest}, true
		}
	}
	return version{}, false
}

var errNoVersion = errors.New("handshake: no common version")

// handshake agrees on a version. The client sends the magic number and four offers in order of
// preference; the first that we speak wins. Only a client that offers nothing else gets the
// manifest, which costs a second round trip.
func handshake(rw io.ReadWriter) (version, error) {
	var hello [20]byte
	if _, err := io.ReadFull(rw, hello[:]); err != nil {
		return version{}, fmt.Errorf("handshake: %w", err)
	}
	if magic := binary.BigEndian.Uint32(hello[:]); magic != boltMagic {
		return version{}, fmt.Errorf("handshake: bytes %08X are not Bolt's", magic)
	}
	wantsManifest := false
	for i := 4; i < len(hello); i += 4 {
		offer := [4]byte(hello[i : i+4])
		if offer == manifestOffer {
			wantsManifest = true
			continue
		}
		if v, ok := (versionRange{offer[1], offer[2], offer[3]}).choose(); ok {
			return v, answer(rw, []byte{0, 0, v.minor, v.major})
		}
	}
	if wantsManifest {
		return manifest(rw)
	}
	if err := answer(rw, []byte{0, 0, 0, 0}); err != nil {
		return version{}, err
	}
	return version{}, errNoVersion
}

// manifest lists the versions and lets the client choose. All goes out in one write, because the
// JavaScript driver expects it in one piece. Neither side has capabilities.
func manifest(rw io.ReadWriter) (version, error) {
	list := append(manifestOffer[:], byte(len(supported)))
	for _, s := range supported {
		list = append(list, 0, s.back, s.minor, s.major)
	}
	if err := answer(rw, append(list, 0)); err != nil {
		return version{}, err
	}
	var choice [4]byte
	if _, err := io.ReadFull(rw, choice[:]); err != nil {
		return version{}, fmt.Errorf("handshake: %w", err)
	}
	if err := skipVarint(rw); err != nil {
		return version{}, fmt.Errorf("handshake: capabilities: %w", err)
	}
	v, ok := versionRange{0, choice[2], choice[3]}.choose()
	if !ok {
		return version{}, errNoVersion
	}
	return v, nil
}

func skipVarint(r io.Reader) error {
	var b [1]byte
	for range binary.MaxVarintLen64 {
		if _, err := io.ReadFull(r, b[:]); err != nil {
			return err
		}
		if b[0] < 0x80 {
			return nil
		}
	}
	return errors.New("number too long")
}

func answer(w io.Writer, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("handshake: %w", err)
	}
	return nil
}
