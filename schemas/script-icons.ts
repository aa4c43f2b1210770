import {createElement, type ReactElement} from 'react'

/** Icons of the size and weight of `@sanity/icons`, which has none for these two. */
export const SubscriptIcon = () => toIcon('M15 17.5C15 16 19 16 19 17.8C19 19.2 15.2 20 15 21.5H19.2')
export const SuperscriptIcon = () => toIcon('M15 4.5C15 3 19 3 19 4.8C19 6.2 15.2 7 15 8.5H19.2')

const letter = 'M5.5 8L13 18M13 8L5.5 18'

function toIcon(digit: string): ReactElement {
  return createElement(
    'svg',
    {
      width: '1em',
      height: '1em',
      viewBox: '0 0 25 25',
      fill: 'none',
      'data-sanity-icon': '',
      'aria-hidden': true,
    },
    createElement('path', {
      d: letter + digit,
      stroke: 'currentColor',
      strokeWidth: 1.2,
      strokeLinejoin: 'round',
    }),
  )
}
