// The version of the whole HTTP interface; its first number is the one in the path.
export const apiVersion = '1.0.0'
