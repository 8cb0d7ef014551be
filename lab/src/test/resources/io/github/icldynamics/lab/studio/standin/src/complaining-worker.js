throw new Error('a complaint');
