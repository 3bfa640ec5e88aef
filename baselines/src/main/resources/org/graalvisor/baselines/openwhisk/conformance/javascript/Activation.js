function main(args) {
    const names = ['api_host', 'api_key', 'namespace', 'action_name', 'action_version', 'activation_id', 'deadline'];
    return Object.fromEntries(names.map(name => [name, process.env['__OW_' + name.toUpperCase()]]));
}
