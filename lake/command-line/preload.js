// Loaded into the Sanity command line by `runSanityCommand`: connections to Sanity's API go to the local lake instead.
//
// The command line knows no address but https://<project>.api.sanity.io and takes none in its configuration. Every way it has to make
// a request (fetch, undici, node:https) opens its connection with `tls.connect`, so that is the one place to turn: the
// socket handed back is a plain one, to the forwarder that `runSanityCommand` runs, and says that it is secure.
import net from 'node:net'
import tls from 'node:tls'

const port = Number(process.env.NEWSROOM_LAKE_FORWARDER)
const isSanity = (host) => /(^|\.)(api|apicdn|cdn)\.sanity\.(io|work)$/.test(host ?? '')

if (port > 0) {
  const connectSecurely = tls.connect
  tls.connect = function connect(...given) {
    const options = typeof given[0] === 'object' ? given[0] : {port: given[0], host: given[1], ...given[2]}
    const name = options.servername || options.host || options.hostname
    if (!isSanity(name)) return connectSecurely.apply(this, given)
    const onConnect = given.find((part) => typeof part === 'function')
    const socket = net.connect({host: '127.0.0.1', port, keepAlive: options.keepAlive})
    Object.assign(socket, {
      encrypted: true,
      authorized: true,
      alpnProtocol: 'http/1.1',
      servername: name,
      getPeerCertificate: () => ({}),
      getSession: () => undefined,
      isSessionReused: () => false,
    })
    if (onConnect) socket.once('secureConnect', onConnect)
    socket.once('connect', () => socket.emit('secureConnect'))
    return socket
  }
}
