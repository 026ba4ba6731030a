// To be filled.
export const NewOffer = () => null
