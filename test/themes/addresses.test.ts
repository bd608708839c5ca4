// Which addresses belong to the public internet.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAddress, isPrivateAddress } from '../../src/themes/addresses.ts';

const PRIVATE = `0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.9.9.9 169.254.169.254
  172.16.0.1 172.31.255.255 192.0.0.1 192.168.1.1 198.18.0.1 198.19.255.255 224.0.0.1 240.0.0.1 255.255.255.255
  :: ::1 [::1] fe80::1 fe80::1%eth0 febf::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 100::1
  ::ffff:127.0.0.1 ::ffff:10.1.2.3 ::ffff:7f00:1 ::127.0.0.1 64:ff9b::10.0.0.1 2002:7f00:1:: 2002:c0a8:101::1
  nonsense localhost`;
const PUBLIC = `1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 172.15.255.255
  172.32.0.0 192.0.1.1 192.167.255.255 198.17.255.255 198.20.0.0 223.255.255.255
  2606:4700::1111 [2606:4700::1111] 2a00:1450:4001::1 ::ffff:1.1.1.1 64:ff9b::1.1.1.1 2002:101:101::`;

test('loopback, private, link-local, shared and reserved addresses are private, also inside of IPv6', () => {
  for (const address of PRIVATE.split(/\s+/)) assert.ok(isPrivateAddress(address), address);
  for (const address of PUBLIC.split(/\s+/)) assert.not.ok(isPrivateAddress(address), address);
});

test("a URL's host is an address or a name", () => {
  // The URL parser has made 127.0.0.1 of each.
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '0177.0.0.1']) {
    const { hostname } = new URL(`http://${host}/`);
    assert.ok(isAddress(hostname) && isPrivateAddress(hostname), host);
  }
  assert.ok(isAddress('[::1]'));
  assert.not.ok(isAddress('localhost'));
  assert.not.ok(isAddress('127.0.0.1.example'));
});

test.run();
