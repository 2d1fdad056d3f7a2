/** What pages do besides, where script runs. */
document.documentElement.dataset['script'] = 'on';
