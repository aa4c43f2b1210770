/** One end of a WebSocket: what the server needs of it. */
export interface PresenceSocket {
  send(text: string): void
}

interface Member {
  socket: PresenceSocket
  userId: string
  subscription: string | undefined
  sessions: Set<string>
}

export interface PresenceRoom {
  /** Takes a socket in; the function it returns takes the messages, `leave` ends it. */
  join(socket: PresenceSocket, userId: string): {receive: (text: string) => void; leave: () => void}
}

interface Request {
  id?: unknown
  method?: unknown
  params?: Record<string, unknown>
}

/**
 * Who looks at what, between Studios: JSON-RPC over a WebSocket, as `@sanity/bifur-client` speaks it. What one tells goes to all
 * the others; nothing is kept.
 */
export function createPresenceRoom(): PresenceRoom {
  const members = new Set<Member>()
  let count = 0

  const tellOthers = (from: Member, result: unknown) => {
    for (const member of members) {
      if (member === from || !member.subscription) continue
      const {subscription} = member
      member.socket.send(
        JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params: {subscription, result}}),
      )
    }
  }

  const handle = (member: Member, method: unknown, params: Record<string, unknown>): unknown => {
    if (method === 'presence_subscribe') {
      member.subscription = `subscription-${++count}`
      return member.subscription
    }
    if (method === 'presence_unsubscribe') {
      member.subscription = undefined
      return true
    }
    if (method === 'presence_rollcall') {
      if (typeof params['session'] === 'string') member.sessions.add(params['session'])
      tellOthers(member, {type: 'rollCall', i: member.userId, session: params['session']})
      return 'OK'
    }
    if (method === 'presence_announce') {
      tellOthers(member, {type: 'state', i: member.userId, m: params['data']})
      return 'OK'
    }
    if (method === 'presence_disconnect') {
      member.sessions.delete(String(params['session']))
      tellOthers(member, {type: 'disconnect', i: member.userId, m: {session: params['session']}})
      return 'OK'
    }
    return method === 'authorization' ? true : undefined
  }

  return {
    join: (socket, userId) => {
      const member: Member = {socket, userId, subscription: undefined, sessions: new Set()}
      members.add(member)
      return {
        receive: (text) => {
          let request: Request
          try {
            request = JSON.parse(text) as Request
          } catch {
            return
          }
          if (typeof request !== 'object' || request === null) return
          const result = handle(member, request.method, request.params ?? {})
          const answer =
            result === undefined
              ? {error: {code: -32601, message: `Unknown method ${String(request.method).slice(0, 80)}`}}
              : {result}
          socket.send(JSON.stringify({jsonrpc: '2.0', id: request.id ?? null, ...answer}))
        },
        leave: () => {
          members.delete(member)
          for (const session of member.sessions) {
            tellOthers(member, {type: 'disconnect', i: userId, m: {session}})
          }
        },
      }
    },
  }
}
