/** Every entity, in the features' reading order. A spec holds them against the migrations. */
export const entities = [];
