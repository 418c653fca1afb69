<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>下一箱</translation>
    </message>
    <message>
        <source>Close box</source>
        <translation>封箱</translation>
    </message>
    <message>
        <source>Print label</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Next order</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>装车</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Scanner test</source>
        <translation>扫描测试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation>扫描枪未连接</translation>
    </message>
    <message>
        <source>Scanner in use elsewhere</source>
        <translation>扫描枪被占用</translation>
    </message>
    <message>
        <source>Scanner not allowed</source>
        <translation>扫描枪无权限</translation>
    </message>
    <message>
        <source>Scanner error</source>
        <translation>扫描枪故障</translation>
    </message>
    <message>
        <source>Printer not there</source>
        <translation>打印机未连接</translation>
    </message>
    <message>
        <source>Printer in use elsewhere</source>
        <translation>打印机被占用</translation>
    </message>
    <message>
        <source>Printer not allowed</source>
        <translation>打印机无权限</translation>
    </message>
    <message>
        <source>Printer: check paper</source>
        <translation>打印机：请检查纸张</translation>
    </message>
    <message>
        <source>Scale unplugged</source>
        <translation>电子秤未连接</translation>
    </message>
    <message>
        <source>Scale in use elsewhere</source>
        <translation>电子秤被占用</translation>
    </message>
    <message>
        <source>Scale not allowed</source>
        <translation>电子秤无权限</translation>
    </message>
    <message>
        <source>Scale error</source>
        <translation>电子秤故障</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>Order placed</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>订单已修改</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>Product recorded</source>
        <translation>商品已登记</translation>
    </message>
    <message>
        <source>Bin recorded</source>
        <translation>货位已登记</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Operator recorded</source>
        <translation>人员已登记</translation>
    </message>
    <message>
        <source>Box type recorded</source>
        <translation>箱型已登记</translation>
    </message>
    <message>
        <source>Load planned</source>
        <translation>车次已计划</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>已求助</translation>
    </message>
    <message>
        <source>Language chosen</source>
        <translation>已选择语言</translation>
    </message>
    <message>
        <source>Picking started</source>
        <translation>开始拣货</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣一件</translation>
    </message>
    <message>
        <source>Pick undone</source>
        <translation>已撤销拣货</translation>
    </message>
    <message>
        <source>Put in tote</source>
        <translation>已放入周转箱</translation>
    </message>
    <message>
        <source>Short at picking</source>
        <translation>拣货缺货</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Order picked</source>
        <translation>拣货完成</translation>
    </message>
    <message>
        <source>Picking left</source>
        <translation>已离开拣货</translation>
    </message>
    <message>
        <source>Packing started</source>
        <translation>开始打包</translation>
    </message>
    <message>
        <source>Box opened</source>
        <translation>已开箱</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已装一件</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已取出</translation>
    </message>
    <message>
        <source>Short at packing</source>
        <translation>打包缺货</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>已称重</translation>
    </message>
    <message>
        <source>Weight accepted</source>
        <translation>重量已确认</translation>
    </message>
    <message>
        <source>Box sealed</source>
        <translation>已封箱</translation>
    </message>
    <message>
        <source>Box reopened</source>
        <translation>已重新开箱</translation>
    </message>
    <message>
        <source>Box voided</source>
        <translation>箱已作废</translation>
    </message>
    <message>
        <source>Label sent</source>
        <translation>标签已发送</translation>
    </message>
    <message>
        <source>Label failed</source>
        <translation>标签打印失败</translation>
    </message>
    <message>
        <source>Label printed again</source>
        <translation>标签已重打</translation>
    </message>
    <message>
        <source>Wrong label scanned</source>
        <translation>扫错标签</translation>
    </message>
    <message>
        <source>Label scanned on the box</source>
        <translation>箱上标签已扫描</translation>
    </message>
    <message>
        <source>Order packed</source>
        <translation>打包完成</translation>
    </message>
    <message>
        <source>Order parked</source>
        <translation>订单已挂起</translation>
    </message>
    <message>
        <source>Packing left</source>
        <translation>已离开打包</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已装车</translation>
    </message>
    <message>
        <source>Taken off the load</source>
        <translation>已从车上取下</translation>
    </message>
    <message>
        <source>Load closed</source>
        <translation>车次已关闭</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>库区</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>未完订单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>SSCC</source>
        <translation>SSCC</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>月台</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>No label yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Label is being made</source>
        <translation>正在制作标签</translation>
    </message>
    <message>
        <source>Label sent, not scanned yet</source>
        <translation>标签已发送，待扫描</translation>
    </message>
    <message>
        <source>Label not printed</source>
        <translation>标签未打印</translation>
    </message>
    <message>
        <source>Label scanned: right box</source>
        <translation>标签已扫描：箱子正确</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Not known here: {code}</source>
        <translation>无法识别：{code}</translation>
    </message>
    <message>
        <source>Check it is the product&apos;s barcode, not the carton&apos;s.</source>
        <translation>请确认扫的是商品条码，不是外箱条码。</translation>
    </message>
    <message>
        <source>Read error: {code}</source>
        <translation>读码错误：{code}</translation>
    </message>
    <message>
        <source>The check digit does not fit. Scan it again.</source>
        <translation>校验码不符，请重新扫描。</translation>
    </message>
    <message>
        <source>Read error, scan again</source>
        <translation>读码错误，请重扫</translation>
    </message>
    <message>
        <source>Received: {code}</source>
        <translation>收到：{code}</translation>
    </message>
    <message>
        <source>Too long, scan again</source>
        <translation>条码过长，请重扫</translation>
    </message>
    <message>
        <source>{length} characters without an end. Check the scanner&apos;s settings.</source>
        <translation>{length} 个字符没有结束符，请检查扫描枪设置。</translation>
    </message>
    <message>
        <source>Scan stopped halfway, scan again</source>
        <translation>扫描中断，请重扫</translation>
    </message>
    <message>
        <source>Scan was disturbed, scan again</source>
        <translation>扫描受干扰，请重扫</translation>
    </message>
    <message>
        <source>Keys were pressed during the scan.</source>
        <translation>扫描时有按键。</translation>
    </message>
    <message>
        <source>Several orders: {code}</source>
        <translation>多个订单：{code}</translation>
    </message>
    <message>
        <source>{count} orders have this code. Type the whole number.</source>
        <translation>有 {count} 个订单使用此条码，请输入完整单号。</translation>
    </message>
    <message>
        <source>No parcel numbers left</source>
        <translation>包裹号已用完</translation>
    </message>
    <message>
        <source>Call a supervisor.</source>
        <translation>请找主管。</translation>
    </message>
    <message>
        <source>1 repeat ignored: {code}</source>
        <translation>已忽略重复扫描：{code}</translation>
    </message>
    <message>
        <source>That is {what}</source>
        <translation>这是{what}</translation>
    </message>
    <message>
        <source>Scanned: {code}</source>
        <translation>已扫描：{code}</translation>
    </message>
    <message>
        <source>Not possible now: {command}</source>
        <translation>现在不能{command}</translation>
    </message>
    <message>
        <source>Needs a {role}</source>
        <translation>需要{role}</translation>
    </message>
    <message>
        <source>Call for help: press Help (F9).</source>
        <translation>请按“求助”(F9)。</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>{number} × scan the product</source>
        <translation>{number} 件：请扫描商品</translation>
    </message>
    <message>
        <source>{number} is too many</source>
        <translation>{number} 件太多</translation>
    </message>
    <message>
        <source>At most {most} are still open.</source>
        <translation>最多还需 {most} 件。</translation>
    </message>
    <message>
        <source>Help is on the way</source>
        <translation>已通知，马上来人</translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation>语言：{language}</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>Your scans are saved. Report {report}.</source>
        <translation>扫描记录已保存。报告编号 {report}。</translation>
    </message>
    <message>
        <source>Not saved, scan it again</source>
        <translation>未保存，请重扫</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>Found: {code}</source>
        <translation>已找到：{code}</translation>
    </message>
    <message>
        <source>Nothing is open here</source>
        <translation>这里没有进行中的任务</translation>
    </message>
    <message>
        <source>Scan your badge first</source>
        <translation>请先扫工牌</translation>
    </message>
    <message>
        <source>The scan was noted but not performed.</source>
        <translation>扫描已记录，但未执行。</translation>
    </message>
    <message>
        <source>Welcome, {operator}</source>
        <translation>欢迎，{operator}</translation>
    </message>
    <message>
        <source>Goodbye, {operator}</source>
        <translation>再见，{operator}</translation>
    </message>
    <message>
        <source>Badge not known</source>
        <translation>工牌无法识别</translation>
    </message>
    <message>
        <source>Ask a supervisor.</source>
        <translation>请找主管。</translation>
    </message>
    <message>
        <source>Still loading the site&apos;s data</source>
        <translation>正在加载站点数据</translation>
    </message>
    <message>
        <source>Scan your badge again in a moment.</source>
        <translation>请稍后再扫描工牌。</translation>
    </message>
    <message>
        <source>This badge is switched off</source>
        <translation>此工牌已停用</translation>
    </message>
    <message>
        <source>{operator}: ask a supervisor.</source>
        <translation>{operator}：请找主管。</translation>
    </message>
    <message>
        <source>Enter your PIN, {operator}</source>
        <translation>{operator}，请输入密码</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Attempts left: {left}</source>
        <translation>还可尝试 {left} 次</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds, then try again.</source>
        <translation>请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>Staff number {number} not known</source>
        <translation>工号 {number} 不存在</translation>
    </message>
    <message>
        <source>Check the number or scan your badge.</source>
        <translation>请核对工号，或扫描工牌。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Welcome back, {operator}</source>
        <translation>欢迎回来，{operator}</translation>
    </message>
    <message>
        <source>{operator} works on {order}</source>
        <translation>{operator} 正在处理 {order}</translation>
    </message>
    <message>
        <source>Scan your badge again to take it over. Scan HOLD to park it.</source>
        <translation>再扫一次工牌即可接手；扫描“挂起”可暂停此单。</translation>
    </message>
    <message>
        <source>{order} is yours now</source>
        <translation>{order} 已由您接手</translation>
    </message>
    <message>
        <source>Taken over from {operator}.</source>
        <translation>原操作员：{operator}。</translation>
    </message>
    <message>
        <source>Opened: {order}</source>
        <translation>已打开：{order}</translation>
    </message>
    <message>
        <source>{order} is taken</source>
        <translation>{order} 已被占用</translation>
    </message>
    <message>
        <source>Open at station {station}. Take another order.</source>
        <translation>工位 {station} 正在处理，请换一单。</translation>
    </message>
    <message>
        <source>{order} is not picked yet</source>
        <translation>{order} 尚未拣完</translation>
    </message>
    <message>
        <source>Lines still being picked: {lines} ({bins})</source>
        <translation>还在拣货的行：{lines}（{bins}）</translation>
    </message>
    <message>
        <source>STOP: {order} was cancelled</source>
        <translation>停止：{order} 已取消</translation>
    </message>
    <message>
        <source>Return the goods. Do not send them.</source>
        <translation>请退回货物，不要发出。</translation>
    </message>
    <message>
        <source>{order} is on hold</source>
        <translation>{order} 已暂停</translation>
    </message>
    <message>
        <source>{order} is already packed</source>
        <translation>{order} 已打包</translation>
    </message>
    <message>
        <source>{order} has already left</source>
        <translation>{order} 已出库</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>没有待办任务</translation>
    </message>
    <message>
        <source>Scan a tote or an order.</source>
        <translation>请扫描周转箱或订单。</translation>
    </message>
    <message>
        <source>Tote {tote} is empty</source>
        <translation>周转箱 {tote} 是空的</translation>
    </message>
    <message>
        <source>No order is in it.</source>
        <translation>里面没有订单。</translation>
    </message>
    <message>
        <source>No bin known for {order}</source>
        <translation>{order} 找不到货位</translation>
    </message>
    <message>
        <source>{skus}</source>
        <translation>{skus}</translation>
    </message>
    <message>
        <source>Put everything back. Do not send it.</source>
        <translation>请全部放回，不要发出。</translation>
    </message>
    <message>
        <source>STOP: {order} is elsewhere</source>
        <translation>停止：{order} 在别处</translation>
    </message>
    <message>
        <source>Station {station} works on it. Put it aside.</source>
        <translation>工位 {station} 正在处理，请放到一边。</translation>
    </message>
    <message>
        <source>Load {load}: {carrier}, dock {dock}</source>
        <translation>车次 {load}：{carrier}，{dock} 号月台</translation>
    </message>
    <message>
        <source>{order} loaded: {done} of {wanted}</source>
        <translation>{order} 已装车：{done}/{wanted}</translation>
    </message>
    <message>
        <source>{order} is off the load</source>
        <translation>{order} 已从车上取下</translation>
    </message>
    <message>
        <source>Already on load {load}</source>
        <translation>已在车次 {load} 上</translation>
    </message>
    <message>
        <source>{sscc} was not counted again.</source>
        <translation>{sscc} 没有重复计数。</translation>
    </message>
    <message>
        <source>STOP: goes with {carrier}</source>
        <translation>停止：应由 {carrier} 承运</translation>
    </message>
    <message>
        <source>{order} does not go with {wanted}. Take it off.</source>
        <translation>{order} 不由 {wanted} 承运，请取下。</translation>
    </message>
    <message>
        <source>Take the parcel back to packing.</source>
        <translation>请把包裹送回打包台。</translation>
    </message>
    <message>
        <source>Label was never scanned back</source>
        <translation>标签未经扫描核对</translation>
    </message>
    <message>
        <source>{order}: take the parcel back to packing.</source>
        <translation>{order}：请把包裹送回打包台。</translation>
    </message>
    <message>
        <source>Unknown parcel: {code}</source>
        <translation>未知包裹：{code}</translation>
    </message>
    <message>
        <source>Keep it aside. A supervisor decides.</source>
        <translation>请放到一边，由主管处理。</translation>
    </message>
    <message>
        <source>{missing} parcels are missing</source>
        <translation>还缺 {missing} 个包裹</translation>
    </message>
    <message>
        <source>UNDO = go on loading.</source>
        <translation>撤销 = 继续装车。</translation>
    </message>
    <message>
        <source>Nothing is on load {load}</source>
        <translation>车次 {load} 上没有包裹</translation>
    </message>
    <message>
        <source>Load {load} is closed</source>
        <translation>车次 {load} 已关闭</translation>
    </message>
    <message>
        <source>Parcels: {parcels} · missing: {missing}</source>
        <translation>包裹：{parcels} · 缺少：{missing}</translation>
    </message>
    <message>
        <source>Load {load} is already closed</source>
        <translation>车次 {load} 早已关闭</translation>
    </message>
    <message>
        <source>A supervisor can take parcels off.</source>
        <translation>主管可以取下包裹。</translation>
    </message>
    <message>
        <source>Answer the stop first</source>
        <translation>请先处理停止提示</translation>
    </message>
    <message>
        <source>Box: {carton}</source>
        <translation>箱型：{carton}</translation>
    </message>
    <message>
        <source>{sku}: {done} of {wanted}</source>
        <translation>{sku}：{done}/{wanted}</translation>
    </message>
    <message>
        <source>Line done: {sku}, {done} of {wanted}</source>
        <translation>本行完成：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>WRONG ITEM: not on this order</source>
        <translation>商品错误：不在此订单中</translation>
    </message>
    <message>
        <source>You scanned {code} ({name}). Put it aside.</source>
        <translation>您扫描的是 {code}（{name}），请放到一边。</translation>
    </message>
    <message>
        <source>{wanted} of {wanted} are in</source>
        <translation>{wanted} 件已全部装入</translation>
    </message>
    <message>
        <source>{sku}: take this one out.</source>
        <translation>{sku}：请把这件取出。</translation>
    </message>
    <message>
        <source>Serial number already used</source>
        <translation>序列号已使用</translation>
    </message>
    <message>
        <source>{serial} went out with {order}. Put it aside.</source>
        <translation>{serial} 已随 {order} 发出，请放到一边。</translation>
    </message>
    <message>
        <source>Take an item out</source>
        <translation>取出商品</translation>
    </message>
    <message>
        <source>Taken out: {sku}, {done} of {wanted}</source>
        <translation>已取出：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>{sku} is not in here</source>
        <translation>箱内没有 {sku}</translation>
    </message>
    <message>
        <source>Nothing to take out.</source>
        <translation>没有可取出的商品。</translation>
    </message>
    <message>
        <source>Scan each {sku} by itself</source>
        <translation>{sku} 请逐件扫描</translation>
    </message>
    <message>
        <source>This product is never counted by number.</source>
        <translation>此商品不能按数量录入。</translation>
    </message>
    <message>
        <source>Box {parcel} is closed</source>
        <translation>第 {parcel} 箱已封箱</translation>
    </message>
    <message>
        <source>The box is empty</source>
        <translation>箱子是空的</translation>
    </message>
    <message>
        <source>Box {parcel} begins</source>
        <translation>开始第 {parcel} 箱</translation>
    </message>
    <message>
        <source>Label sent to {printer}</source>
        <translation>标签已发送到 {printer}</translation>
    </message>
    <message>
        <source>Label not printed</source>
        <translation>标签未打印</translation>
    </message>
    <message>
        <source>No label for this box</source>
        <translation>此箱没有标签</translation>
    </message>
    <message>
        <source>{order} is packed without label</source>
        <translation>{order} 已打包，但没有标签</translation>
    </message>
    <message>
        <source>Scan PRINT to print it.</source>
        <translation>请扫描“打印”。</translation>
    </message>
    <message>
        <source>Right label on box {parcel}</source>
        <translation>第 {parcel} 箱标签正确</translation>
    </message>
    <message>
        <source>STOP: label is for {order}</source>
        <translation>停止：这是 {order} 的标签</translation>
    </message>
    <message>
        <source>Take it off. This box needs the label of {wanted}.</source>
        <translation>请撕下。此箱应贴 {wanted} 的标签。</translation>
    </message>
    <message>
        <source>Label printed again ({count})</source>
        <translation>标签已重打（{count}）</translation>
    </message>
    <message>
        <source>Destroy the old one.</source>
        <translation>请销毁旧标签。</translation>
    </message>
    <message>
        <source>{lines} lines are still open</source>
        <translation>还有 {lines} 行未完成</translation>
    </message>
    <message>
        <source>{order} is parked</source>
        <translation>{order} 已挂起</translation>
    </message>
    <message>
        <source>Box {parcel} is open again</source>
        <translation>第 {parcel} 箱已重新打开</translation>
    </message>
    <message>
        <source>Its label is void. Destroy it.</source>
        <translation>原标签已作废，请销毁。</translation>
    </message>
    <message>
        <source>Weight is right: {grams} g</source>
        <translation>重量正确：{grams} 克</translation>
    </message>
    <message>
        <source>Wrong weight: {grams} g</source>
        <translation>重量不符：{grams} 克</translation>
    </message>
    <message>
        <source>Expected {expected} g ± {tolerance} g</source>
        <translation>应为 {expected} 克 ± {tolerance} 克</translation>
    </message>
    <message>
        <source>Weight: {grams} g</source>
        <translation>重量：{grams} 克</translation>
    </message>
    <message>
        <source>{order} is done</source>
        <translation>{order} 已完成</translation>
    </message>
    <message>
        <source>Boxes: {parcels}</source>
        <translation>箱数：{parcels}</translation>
    </message>
    <message>
        <source>Right bin: {bin}</source>
        <translation>货位正确：{bin}</translation>
    </message>
    <message>
        <source>You are at {bin}</source>
        <translation>您在 {bin}</translation>
    </message>
    <message>
        <source>Scan the bin first</source>
        <translation>请先扫描货位</translation>
    </message>
    <message>
        <source>You should be at {wanted}.</source>
        <translation>应在 {wanted}。</translation>
    </message>
    <message>
        <source>WRONG ITEM: not {wanted}</source>
        <translation>商品错误：不是 {wanted}</translation>
    </message>
    <message>
        <source>You scanned {sku} ({name}). Put it back.</source>
        <translation>您扫描的是 {sku}（{name}），请放回。</translation>
    </message>
    <message>
        <source>{wanted} of {wanted} are picked</source>
        <translation>{wanted} 件已全部拣完</translation>
    </message>
    <message>
        <source>Put this {sku} back.</source>
        <translation>请把这件 {sku} 放回。</translation>
    </message>
    <message>
        <source>{sku} needs its lot</source>
        <translation>{sku} 需要批次</translation>
    </message>
    <message>
        <source>{sku} needs its date</source>
        <translation>{sku} 需要有效期</translation>
    </message>
    <message>
        <source>{sku} needs its serial number</source>
        <translation>{sku} 需要序列号</translation>
    </message>
    <message>
        <source>EXPIRED: lot {lot}</source>
        <translation>已过期：批次 {lot}</translation>
    </message>
    <message>
        <source>{sku} expired on {expiry}. Put it aside and take another lot.</source>
        <translation>{sku} 于 {expiry} 过期，请放到一边，换一个批次。</translation>
    </message>
    <message>
        <source>That is no date: {code}</source>
        <translation>不是日期：{code}</translation>
    </message>
    <message>
        <source>Type it as year-month-day.</source>
        <translation>请按“年-月-日”输入。</translation>
    </message>
    <message>
        <source>Serial number already scanned</source>
        <translation>序列号已扫描过</translation>
    </message>
    <message>
        <source>{serial} is counted. Scan another item.</source>
        <translation>{serial} 已计数，请扫描另一件。</translation>
    </message>
    <message>
        <source>{sku} is in {tote}</source>
        <translation>{sku} 已放入 {tote}</translation>
    </message>
    <message>
        <source>Not in {tote}</source>
        <translation>不是放入 {tote}</translation>
    </message>
    <message>
        <source>{tote} belongs to {order}</source>
        <translation>{tote} 属于 {order}</translation>
    </message>
    <message>
        <source>Take another tote.</source>
        <translation>请换一个周转箱。</translation>
    </message>
    <message>
        <source>Use {tote} instead of {wanted}?</source>
        <translation>用 {tote} 代替 {wanted}？</translation>
    </message>
    <message>
        <source>Scan {tote} again to use it.</source>
        <translation>再扫一次 {tote} 即可使用。</translation>
    </message>
    <message>
        <source>Put them in a tote first</source>
        <translation>请先放入周转箱</translation>
    </message>
    <message>
        <source>Units in your hand: {units}</source>
        <translation>手中件数：{units}</translation>
    </message>
    <message>
        <source>Nothing to pick for {order}</source>
        <translation>{order} 没有可拣的商品</translation>
    </message>
    <message>
        <source>Every line is short.</source>
        <translation>所有行都缺货。</translation>
    </message>
    <message>
        <source>Short: {sku}</source>
        <translation>缺货：{sku}</translation>
    </message>
    <message>
        <source>Needed: {wanted}</source>
        <translation>应拣：{wanted}</translation>
    </message>
    <message>
        <source>Short: {sku}, {found} of {wanted}</source>
        <translation>缺货：{sku}，{found}/{wanted}</translation>
    </message>
    <message>
        <source>Which one is damaged?</source>
        <translation>哪一件破损？</translation>
    </message>
    <message>
        <source>Damaged: {sku}</source>
        <translation>破损：{sku}</translation>
    </message>
    <message>
        <source>Put it on the damaged shelf.</source>
        <translation>请放到破损品货架。</translation>
    </message>
    <message>
        <source>Skipped, comes last: {sku}</source>
        <translation>已跳过，最后再拣：{sku}</translation>
    </message>
    <message>
        <source>{order} is picked</source>
        <translation>{order} 拣货完成</translation>
    </message>
    <message>
        <source>Tote {tote} goes to packing.</source>
        <translation>请把周转箱 {tote} 送到打包台。</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Scan your badge</source>
        <translation>请扫描工牌</translation>
    </message>
    <message>
        <source>Enter your PIN, {operator}</source>
        <translation>{operator}，请输入密码</translation>
    </message>
    <message>
        <source>Locked. Scan your badge</source>
        <translation>已锁定，请扫工牌</translation>
    </message>
    <message>
        <source>Scan again: take over {order}</source>
        <translation>再扫一次：接手 {order}</translation>
    </message>
    <message>
        <source>Scan a tote or an order</source>
        <translation>请扫描周转箱或订单</translation>
    </message>
    <message>
        <source>Go to bin {bin}, scan it</source>
        <translation>到货位 {bin} 并扫描</translation>
    </message>
    <message>
        <source>Scan the item {sku}</source>
        <translation>请扫描商品 {sku}</translation>
    </message>
    <message>
        <source>Scan the lot of {sku}</source>
        <translation>请扫描 {sku} 的批次</translation>
    </message>
    <message>
        <source>Scan the date of {sku}</source>
        <translation>请扫描 {sku} 的有效期</translation>
    </message>
    <message>
        <source>Scan the serial number</source>
        <translation>请扫描序列号</translation>
    </message>
    <message>
        <source>Put it in {tote}, scan it</source>
        <translation>放入 {tote} 并扫描</translation>
    </message>
    <message>
        <source>Scan {tote} again to use it</source>
        <translation>再扫一次 {tote} 即可使用</translation>
    </message>
    <message>
        <source>How many {sku} found? {number}</source>
        <translation>{sku} 找到几件？{number}</translation>
    </message>
    <message>
        <source>Scan the damaged item</source>
        <translation>请扫描破损商品</translation>
    </message>
    <message>
        <source>Take box {carton}, scan it</source>
        <translation>取 {carton} 号箱并扫描</translation>
    </message>
    <message>
        <source>Scan the next item</source>
        <translation>请扫描下一件商品</translation>
    </message>
    <message>
        <source>{number} × scan the product</source>
        <translation>{number} 件：请扫描商品</translation>
    </message>
    <message>
        <source>Scan what you take out</source>
        <translation>请扫描取出的商品</translation>
    </message>
    <message>
        <source>All in. Close the box</source>
        <translation>全部装入，请封箱</translation>
    </message>
    <message>
        <source>The label is printing</source>
        <translation>标签打印中</translation>
    </message>
    <message>
        <source>Stick the label, scan it</source>
        <translation>贴上标签并扫描</translation>
    </message>
    <message>
        <source>Fix the printer, scan PRINT</source>
        <translation>处理打印机，再扫“打印”</translation>
    </message>
    <message>
        <source>OK = ship partly, UNDO = go on</source>
        <translation>确定 = 部分发货，撤销 = 继续</translation>
    </message>
    <message>
        <source>Check what is in the box</source>
        <translation>请检查箱内商品</translation>
    </message>
    <message>
        <source>Scan the shelf to park it</source>
        <translation>请扫描挂起货架</translation>
    </message>
    <message>
        <source>Scan the load or dock</source>
        <translation>请扫描车次或月台</translation>
    </message>
    <message>
        <source>Scan the next parcel</source>
        <translation>请扫描下一个包裹</translation>
    </message>
    <message>
        <source>OK = close the load</source>
        <translation>确定 = 关闭车次</translation>
    </message>
    <message>
        <source>Stop. Scan OK when done</source>
        <translation>停止。处理后扫“确定”</translation>
    </message>
    <message>
        <source>Scan a free tote</source>
        <translation>请扫描空周转箱</translation>
    </message>
    <message>
        <source>Take a box, scan it</source>
        <translation>取一个箱子并扫描</translation>
    </message>
    <message>
        <source>How many {sku} are there?</source>
        <translation>{sku} 有几件？</translation>
    </message>
    <message>
        <source>All loaded. OK = close</source>
        <translation>全部装车，确定 = 关闭</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>{done} of {wanted} items</source>
        <translation>{done}/{wanted} 件</translation>
    </message>
    <message>
        <source>{done} / {wanted}</source>
        <translation>{done} / {wanted}</translation>
    </message>
    <message>
        <source>Not reserved</source>
        <translation>未预留</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Synced · {waiting} waiting</source>
        <translation>已同步 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>Offline {minutes} min · {waiting} waiting</source>
        <translation>离线 {minutes} 分钟 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>Offline · {waiting} waiting</source>
        <translation>离线 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>DEMO, nothing leaves this PC</source>
        <translation>演示：数据不会离开本机</translation>
    </message>
    <message>
        <source>Station {station}</source>
        <translation>工位 {station}</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>{order} is kept for {operator}</source>
        <translation>{order} 已为 {operator} 保留</translation>
    </message>
    <message>
        <source>Your work is kept</source>
        <translation>您的工作已保留</translation>
    </message>
    <message>
        <source>or enter your staff number</source>
        <translation>或输入工号</translation>
    </message>
    <message>
        <source>Number keys</source>
        <translation>数字键</translation>
    </message>
    <message>
        <source>PICK</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>PACK</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>DISPATCH</source>
        <translation>装车</translation>
    </message>
    <message>
        <source>EXCEPTIONS</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 单待处理</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 项未完</translation>
    </message>
    <message>
        <source>Next for this station</source>
        <translation>本工位待办</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>No load is open</source>
        <translation>没有未关闭的车次</translation>
    </message>
    <message>
        <source>Nothing waiting. Scan a tote.</source>
        <translation>没有待办，请扫描周转箱。</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>我的今天</translation>
    </message>
    <message>
        <source>{orders} orders · {units} units</source>
        <translation>{orders} 单 · {units} 件</translation>
    </message>
    <message>
        <source>{units} pcs</source>
        <translation>{units} 件</translation>
    </message>
    <message>
        <source>Tote {tote}</source>
        <translation>周转箱 {tote}</translation>
    </message>
    <message>
        <source>started by {name}</source>
        <translation>{name} 已开始</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>leaves {time}</source>
        <translation>{time} 发车</translation>
    </message>
    <message>
        <source>leaves {time}, in {minutes} min</source>
        <translation>{time} 发车，还有 {minutes} 分钟</translation>
    </message>
    <message>
        <source>was due at {time}</source>
        <translation>应于 {time} 发车</translation>
    </message>
    <message>
        <source>{loaded} of {expected}</source>
        <translation>{loaded}/{expected}</translation>
    </message>
    <message>
        <source>Stop {stop} of {stops}</source>
        <translation>第 {stop}/{stops} 站</translation>
    </message>
    <message>
        <source>Zone {zone}</source>
        <translation>{zone} 区</translation>
    </message>
    <message>
        <source>picked / wanted</source>
        <translation>已拣 / 应拣</translation>
    </message>
    <message>
        <source>→ tote {tote}</source>
        <translation>→ 周转箱 {tote}</translation>
    </message>
    <message>
        <source>→ a free tote</source>
        <translation>→ 空周转箱</translation>
    </message>
    <message>
        <source>Next stops</source>
        <translation>后续货位</translation>
    </message>
    <message>
        <source>This is the last stop</source>
        <translation>这是最后一站</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>批次 {lot}</translation>
    </message>
    <message>
        <source>Expires {expiry}</source>
        <translation>有效期 {expiry}</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>序列号 {serial}</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>应取</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>请放回</translation>
    </message>
    <message>
        <source>packed / wanted</source>
        <translation>已装 / 应装</translation>
    </message>
    <message>
        <source>Box {parcel}</source>
        <translation>第 {parcel} 箱</translation>
    </message>
    <message>
        <source>Box {parcel} · {carton}</source>
        <translation>第 {parcel} 箱 · {carton}</translation>
    </message>
    <message>
        <source>{kg} kg</source>
        <translation>{kg} 千克</translation>
    </message>
    <message>
        <source>{kg} kg, expected {expected} kg</source>
        <translation>{kg} 千克，应为 {expected} 千克</translation>
    </message>
    <message>
        <source>Still to pack: {open} of {lines} lines</source>
        <translation>待装：{lines} 行中的 {open} 行</translation>
    </message>
    <message>
        <source>Everything is packed: {lines}</source>
        <translation>全部 {lines} 行已打包</translation>
    </message>
    <message>
        <source>Last: {sku}, {done} of {wanted}</source>
        <translation>上一件：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>箱子</translation>
    </message>
    <message>
        <source>TAKING OUT</source>
        <translation>取出模式</translation>
    </message>
    <message>
        <source>No item is open</source>
        <translation>没有待装商品</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>{count} short</source>
        <translation>缺 {count} 件</translation>
    </message>
    <message>
        <source>Load {load}</source>
        <translation>车次 {load}</translation>
    </message>
    <message>
        <source>Dock {dock}</source>
        <translation>{dock} 号月台</translation>
    </message>
    <message>
        <source>loaded / expected</source>
        <translation>已装 / 应装</translation>
    </message>
    <message>
        <source>Open loads</source>
        <translation>未关闭的车次</translation>
    </message>
    <message>
        <source>Last parcel</source>
        <translation>上一个包裹</translation>
    </message>
    <message>
        <source>No parcel yet</source>
        <translation>还没有包裹</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>缺少：{count}</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺少</translation>
    </message>
    <message>
        <source>{place}, seen {time}</source>
        <translation>{place}，{time} 见到</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>订单行</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>No box yet</source>
        <translation>还没有箱子</translation>
    </message>
    <message>
        <source>Type code</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Type the code that cannot be scanned</source>
        <translation>输入无法扫描的条码</translation>
    </message>
    <message>
        <source>Simulated scanner</source>
        <translation>模拟扫描枪</translation>
    </message>
    <message>
        <source>Simulated printer</source>
        <translation>模拟打印机</translation>
    </message>
    <message>
        <source>At hand now</source>
        <translation>当前可扫</translation>
    </message>
    <message>
        <source>A code nobody knows</source>
        <translation>未知条码</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Command sheet</source>
        <translation>命令条码</translation>
    </message>
    <message>
        <source>Click a code: it is scanned</source>
        <translation>点击条码即扫描</translation>
    </message>
    <message>
        <source>Type any code</source>
        <translation>输入任意条码</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>No label printed yet</source>
        <translation>还没有打印标签</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Ordered</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已出库</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>在途中</translation>
    </message>
    <message>
        <source>Arrived in destination city</source>
        <translation>已到达目的地城市</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已下发</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>已拣完</translation>
    </message>
    <message>
        <source>packing</source>
        <translation>打包中</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>已打包</translation>
    </message>
    <message>
        <source>on the manifest</source>
        <translation>已列入交接单</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>Thing</name>
    <message>
        <source>a product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>a tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>a bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>a parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>a load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>a badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>a box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>a serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>a dock</source>
        <translation>月台</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>picker</source>
        <translation>拣货员</translation>
    </message>
    <message>
        <source>packer</source>
        <translation>打包员</translation>
    </message>
    <message>
        <source>loader</source>
        <translation>装车员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
</context>
</TS>
